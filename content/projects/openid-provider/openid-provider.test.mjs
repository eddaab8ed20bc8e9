// OpenID Provider, tested from outside. Start your server, then run
//
//   BASE_URL=http://localhost:3000 node --test openid-provider.test.mjs
//
// Needs Node.js 22 or later and no package. The tests play a browser that fills in your forms, and a client. They send cookies
// over plain HTTP, although these are Secure.
// Not tested: everything that needs a clock (the 60 seconds of a code, the 10 minutes of a login, max_age above 0, the rotation of
// keys), equal times for all refused logins, that ten failures lock out the right password, too, failures per address, a change of
// password, a second person, declining a consent, 304, what stands in pages and logs, the audit log, what the database holds, and
// the conformance suite.
import { createHash, createPublicKey, randomBytes, randomUUID, verify } from 'node:crypto';
import { describe, it } from 'node:test';
import { base, call, expect } from '../kit.mjs';

const redirectUri = 'https://boats.example/cb';
const person = { name: 'mira', password: 'three records and a kettle' };
const boats = 'boats:s3cr3t-for-tests';
const named = { amp: '&', quot: '"', apos: "'", lt: '<', gt: '>' };
const text = (html) => html.replace(/&(?:#x([\da-f]+)|#(\d+)|(amp|quot|apos|lt|gt));/gi, (_, hex, digits, name) => (name ? named[name.toLowerCase()] : String.fromCodePoint(hex ? Number.parseInt(hex, 16) : Number(digits))));

/** A browser: it keeps cookies, and knows the page that it shows. */
function newBrowser() {
  const cookies = new Map();
  const visit = async (method, path, fields) => {
    const headers = { ...(cookies.size > 0 && { cookie: [...cookies].map((each) => each.join('=')).join('; ') }), ...(fields && { 'content-type': 'application/x-www-form-urlencoded' }) };
    const response = await call(method, path, { headers, body: fields && new URLSearchParams(fields).toString() });
    for (const line of response.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      cookies.set(name, value);
    }
    return { ...response, path };
  };
  return { cookies, visit };
}

/** The first form of a page: where it goes, and its fields without boxes to tick and buttons. */
function formOf({ text: html, path }) {
  const attribute = (tag, name) => {
    const [, double, single, plain] = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"'>]+))`, 'i').exec(tag) ?? [];
    return text(double ?? single ?? plain ?? '');
  };
  const [form] = /<form\b[^>]*>/i.exec(html) ?? [];
  if (!form) return undefined;
  const fields = {};
  for (const [tag] of html.matchAll(/<input\b[^>]*>/gi)) if (attribute(tag, 'name') && !/^(submit|button|reset|image|checkbox|radio)$/i.test(attribute(tag, 'type'))) fields[attribute(tag, 'name')] = attribute(tag, 'value');
  const target = new URL(attribute(form, 'action') || path, base + path);
  return { path: target.pathname + target.search, fields };
}

const newVerifier = () => randomBytes(32).toString('base64url');
const challengeOf = (verifier) => createHash('sha256').update(verifier).digest('base64url');
function query(verifier, more = {}) {
  const all = { client_id: 'boats', response_type: 'code', scope: 'openid profile', state: 's 1', nonce: 'n1', redirect_uri: redirectUri, code_challenge: challengeOf(verifier), code_challenge_method: 'S256', ...more };
  return new URLSearchParams(Object.entries(all).filter(([, value]) => value !== undefined));
}

/** Follows redirects and fills in forms until the browser is sent back to the client, or nothing more can be done. */
async function authorize(browser, { verifier = newVerifier(), credentials = person, ...more } = {}) {
  let response = await browser.visit('GET', `/authorize?${query(verifier, more)}`);
  let isAsked = false;
  for (let step = 0; step < 10; step += 1) {
    const location = response.headers.get('location');
    const form = formOf(response);
    if ([302, 303].includes(response.status) && location) {
      const target = new URL(location, base + response.path);
      if (target.href.startsWith(redirectUri)) return { response, back: target.searchParams, verifier, isAsked };
      response = await browser.visit('GET', target.pathname + target.search);
    } else if (response.status === 200 && form) {
      const isLogin = 'password' in form.fields;
      if (isLogin && !credentials) break;
      isAsked ||= isLogin;
      response = await browser.visit('POST', form.path, { ...form.fields, ...(isLogin ? credentials : { decision: 'allow' }) });
    } else break;
  }
  return { response, back: undefined, verifier, isAsked };
}

async function newCode(more, browser = newBrowser()) {
  const result = await authorize(browser, more);
  expect(result.response).that(result.back?.get('code'), 'a redirect to the client with a code, after the forms were filled in');
  return { ...result, browser, code: result.back.get('code') };
}

const basic = (client) => (client ? { authorization: `Basic ${Buffer.from(client).toString('base64')}` } : {});
const post = (path, fields, client = boats) => call('POST', path, { headers: { 'content-type': 'application/x-www-form-urlencoded', ...basic(client) }, body: new URLSearchParams(fields).toString() });
const exchange = ({ code, verifier }, more = {}, client) => post('/token', { grant_type: 'authorization_code', code, redirect_uri: redirectUri, code_verifier: verifier, ...more }, client);
const refresh = (token, client) => post('/token', { grant_type: 'refresh_token', refresh_token: token }, client);
const sails = 'sails:s3cr3t-for-tests';
async function newTokens(more) {
  const login = await newCode(more);
  const response = await exchange(login);
  expect(response).status(200, 'for a good code').that(response.json?.access_token && response.json.id_token && response.json.refresh_token, 'an access_token, an id_token and a refresh_token');
  return { ...response.json, response, browser: login.browser };
}
const userinfo = (token) => call('GET', '/userinfo', { headers: token ? { authorization: `Bearer ${token}` } : {} });

const part = (token, index) => {
  try {
    return JSON.parse(Buffer.from(token.split('.')[index], 'base64url'));
  } catch {
    return {};
  }
};
const isRefused = (response, error) => expect(response).status(400, `for ${error === 'invalid_grant' ? 'a grant that is not valid' : 'such a request'}`).field('error', error);

describe('Stage 1: People', () => {
  it('a good request leads to a form with name, password and a token', async () => {
    const { response } = await authorize(newBrowser(), { credentials: null });
    const form = formOf(response);
    const hidden = Object.values(form?.fields ?? {}).filter((value) => value.length >= 16);
    expect(response).status(200, 'for the form').that(form && 'name' in form.fields && 'password' in form.fields && hidden.length > 0, 'a form with the inputs name and password, and a hidden one with a token');
  });

  it('the form without its token gets 403', async () => {
    const browser = newBrowser();
    const { response } = await authorize(browser, { credentials: null });
    const form = formOf(response);
    expect(response).that(form, 'a form');
    expect(await newBrowser().visit('POST', form.path, { ...form.fields, ...person })).status(403, 'for a browser that has not got the form');
    const login = Object.fromEntries(Object.entries(form.fields).filter(([name]) => name === 'request'));
    expect(await browser.visit('POST', form.path, { ...login, ...person })).status(403, 'without the token of the form');
  });

  it('a wrong password and an unknown name get the same page', async () => {
    const answer = async (credentials) => {
      const browser = newBrowser();
      const { response } = await authorize(browser, { credentials: null });
      const form = formOf(response);
      expect(response).that(form, 'a form');
      return browser.visit('POST', form.path, { ...form.fields, ...credentials });
    };
    const [wrong, unknown] = [await answer({ ...person, password: 'a guess of fifteen' }), await answer({ name: `t-${randomUUID()}`, password: 'a guess of fifteen' })];
    const withoutValues = ({ text: html }) => html.replaceAll(/=\s*(?:"[^"]*"|'[^']*'|[^\s"'>]+)/g, '=');
    expect(wrong).status(401, 'for a wrong password');
    expect(unknown).status(401, 'for an unknown name').that(withoutValues(unknown) === withoutValues(wrong), 'the page of a wrong password, but for the values of its fields');
    expect(await answer(person)).status(303, 'for the right password');
  });

  it('after ten failures a name gets 429, also an unknown one', async () => {
    const name = `t-${randomUUID()}`;
    const browser = newBrowser();
    const attempt = async () => {
      const { response } = await authorize(browser, { credentials: null });
      const form = formOf(response);
      expect(response).that(form, 'a form');
      return browser.visit('POST', form.path, { ...form.fields, name, password: 'a guess of fifteen' });
    };
    for (let count = 1; count <= 10; count += 1) expect(await attempt()).status(401, `for failure number ${count}`);
    expect(await attempt()).status(429, 'for one more try');
  });

  it('a login makes a new session, in a cookie that is kept from scripts', async () => {
    const browser = newBrowser();
    const { response: page } = await authorize(browser, { credentials: null });
    const before = new Map(browser.cookies);
    const form = formOf(page);
    expect(page).that(form, 'a form');
    const response = await browser.visit('POST', form.path, { ...form.fields, ...person });
    expect(response).status(303, 'for the right password');
    for (const attribute of [/;\s*HttpOnly/i, /;\s*Secure/i, /;\s*SameSite=Lax/i]) expect(response).header('Set-Cookie', attribute, 'to keep the session');
    expect(response).that([...browser.cookies].some(([name, value]) => before.get(name) !== value), 'a session id that is new');
    const thief = newBrowser();
    for (const [name, value] of before) thief.cookies.set(name, value);
    const { response: seen } = await authorize(thief, { credentials: null });
    expect(seen).that('password' in (formOf(seen)?.fields ?? {}), 'the login form, and no session, for the cookie from before the login');
  });
});

describe('Stage 2: The code', () => {
  it('discovery names the issuer and the endpoints', async () => {
    const response = await call('GET', '/.well-known/openid-configuration');
    expect(response).status(200, 'for the discovery document').field('response_types_supported', ['code']).field('code_challenge_methods_supported', ['S256']);
    for (const [name, path] of [['authorization', '/authorize'], ['token', '/token'], ['userinfo', '/userinfo']]) expect(response).field(`${name}_endpoint`, response.json.issuer + path);
    expect(response).field('jwks_uri', `${response.json.issuer}/jwks`).field('authorization_response_iss_parameter_supported', true);
  });

  it('the published keys are public', async () => {
    const response = await call('GET', '/jwks');
    expect(response).status(200, 'for the keys').header('Cache-Control', /max-age/, 'to say for how long the keys can be kept');
    expect(response).that(response.json?.keys?.length > 0 && response.json.keys.every((key) => key.kid && key.n && !key.d), 'keys with kid and n, and without d');
  });

  it('an unknown client or address gets 400 and no redirect', async () => {
    for (const more of [{ client_id: 'goats' }, ...['https://boats.example/cb/', 'http://boats.example/cb', 'https://boats.example.evil.test/cb', 'https://boats.example/cb?x=1', undefined].map((uri) => ({ redirect_uri: uri }))]) {
      const response = await call('GET', `/authorize?${query(newVerifier(), more)}`);
      expect(response).status(400, `for ${JSON.stringify(more)}`).that(!response.headers.has('location'), 'no header Location');
    }
  });

  it('every other error goes back to the client', async () => {
    const { json } = await call('GET', '/.well-known/openid-configuration');
    for (const [more, error] of [
      [{ response_type: 'token' }, 'unsupported_response_type'],
      [{ code_challenge: undefined }, 'invalid_request'],
      [{ code_challenge: 'too-short' }, 'invalid_request'],
      [{ code_challenge_method: 'plain' }, 'invalid_request'],
      [{ code_challenge_method: undefined }, 'invalid_request'],
      [{ prompt: 'none' }, 'login_required'],
    ]) {
      const { response, back } = await authorize(newBrowser(), more);
      const wish = Object.entries(more).map(([name, value]) => (value === undefined ? `a request without ${name}` : `${name}=${value}`));
      expect(response).that(back?.get('error') === error, `a redirect to the client with error=${error}, for ${wish}`);
      expect(response).that(back.get('state') === 's 1' && back.get('iss') === json?.issuer, 'the unchanged state and iss in that redirect');
    }
  });

  it('a login leads back to the client with code, state and iss', async () => {
    const { json } = await call('GET', '/.well-known/openid-configuration');
    const { response, back } = await newCode();
    expect(response).that(back.get('state') === 's 1', 'the unchanged state in the redirect').that(back.get('iss') === json?.issuer, 'the issuer in iss');
    const { response: other, back: plain } = await newCode({ state: undefined });
    expect(other).that(!plain.has('state'), 'no state in the redirect if none was sent');
  });

  it('POST /authorize works as well as GET', async () => {
    const response = await call('POST', '/authorize', { headers: { 'content-type': 'application/x-www-form-urlencoded' }, body: query(newVerifier()).toString() });
    expect(response).that([302, 303].includes(response.status) && !response.headers.get('location')?.includes('error='), 'a redirect to the form');
  });

  it('the ID token is signed by a published key and says who logged in', async () => {
    const { response, id_token: token } = await newTokens();
    const { json: keys } = await call('GET', '/jwks');
    const { json: discovery } = await call('GET', '/.well-known/openid-configuration');
    const [head, claims] = [part(token, 0), part(token, 1)];
    const key = keys?.keys?.find?.(({ kid }) => kid === head.kid);
    const signed = token.split('.').slice(0, 2).join('.');
    expect(response)
      .header('Cache-Control', /no-store/, 'to be no-store')
      .that(head.alg === 'RS256' && key, 'RS256 and the kid of a published key in the head of the ID token')
      .that(verify('RSA-SHA256', Buffer.from(signed), createPublicKey({ key, format: 'jwk' }), Buffer.from(token.split('.')[2], 'base64url')), 'a signature by that key')
      .that(claims.iss === discovery?.issuer && [claims.aud].flat().join() === 'boats', 'the issuer of the discovery document in iss, and the client in aud')
      .that(claims.exp - claims.iat === 300 && Math.abs(claims.iat - Date.now() / 1000) < 10, 'five minutes between iat and exp, from now on')
      .that(typeof claims.sub === 'string' && Math.abs(claims.auth_time - Date.now() / 1000) < 10, 'sub, and the time of the login in auth_time')
      .that(claims.nonce === 'n1', 'the nonce n1');
  });

  it('there is no nonce if none was sent', async () => {
    const { response, id_token: token } = await newTokens({ nonce: undefined });
    expect(response).that(part(token, 1).sub && !('nonce' in part(token, 1)), 'an ID token without nonce');
  });

  it('a code works once, and a second use ends what the first one got', async () => {
    const [other, login] = [await newTokens(), await newCode()];
    const first = await exchange(login);
    expect(first).status(200, 'for a good code');
    expect(await userinfo(first.json?.access_token)).status(200, 'for the access token');
    isRefused(await exchange(login), 'invalid_grant');
    expect(await userinfo(first.json.access_token)).status(401, 'for the access token of a code that was used twice');
    isRefused(await refresh(first.json.refresh_token), 'invalid_grant');
    expect(await userinfo(other.access_token)).status(200, 'for the access token of another login, which goes on');
  });

  it('of twenty exchanges at the same moment one succeeds', async () => {
    const login = await newCode();
    const all = await Promise.all(Array.from({ length: 20 }, () => exchange(login)));
    const won = all.filter(({ status }) => status === 200).length;
    expect(all[0]).that(won === 1, `200 for one of twenty exchanges (it was ${won})`);
  });

  it('a code is good for its client, its address and its verifier only', async () => {
    isRefused(await exchange(await newCode(), { code_verifier: newVerifier() }), 'invalid_grant');
    isRefused(await exchange(await newCode(), { redirect_uri: 'https://boats.example/other' }), 'invalid_grant');
    isRefused(await exchange(await newCode(), {}, sails), 'invalid_grant');
    isRefused(await exchange({ code: 'invented', verifier: newVerifier() }), 'invalid_grant');
    for (const missing of ['code_verifier', 'redirect_uri']) {
      const { code, verifier } = await newCode();
      const fields = { grant_type: 'authorization_code', code, redirect_uri: redirectUri, code_verifier: verifier };
      delete fields[missing];
      expect(await post('/token', fields)).status(400, `for an exchange without ${missing}`);
    }
    expect(await post('/token', { grant_type: 'password', ...person })).status(400, 'for another grant_type');
  });

  it('a client with a wrong secret gets 401', async () => {
    expect(await exchange(await newCode(), {}, boats.replaceAll('-', '%2D'))).status(200, 'for the right secret, encoded as in a form');
    expect(await exchange(await newCode(), {}, `${boats}:more`)).status(401, 'for a secret that only begins like the right one');
    expect(await exchange(await newCode(), {}, 'boats:guessed'))
      .status(401, 'for a wrong secret')
      .field('error', 'invalid_client')
      .header('WWW-Authenticate', /^Basic/i, 'to be Basic, because the client tried that');
    for (const client of ['boats:', '']) {
      const response = await exchange(await newCode(), { client_id: 'boats' }, client);
      expect(response).status(401, client ? 'for an empty secret' : 'for a client that only says its name').field('error', 'invalid_client');
    }
  });

  it('a session spares the second login, max_age=0 does not', async () => {
    const { browser, response } = await newCode();
    const silent = await authorize(browser, { prompt: 'none' });
    expect(silent.response).that(silent.back?.get('code'), 'a code for prompt=none, because there is a session');
    const again = await authorize(browser, { max_age: '0' });
    expect(again.response).that(again.isAsked && again.back?.get('code'), 'a new login for max_age=0');
    expect(response).that(silent.back.get('code') !== again.back.get('code'), 'a new code each time');
    const neither = await authorize(browser, { max_age: '0', prompt: 'none' });
    expect(neither.response).that(neither.back?.get('error') === 'login_required', 'error=login_required for max_age=0 with prompt=none');
  });

  it('auth_time is the moment of the login, not of the token', async () => {
    const { browser, id_token: first } = await newTokens();
    await new Promise((resolve) => setTimeout(resolve, 2100));
    const login = await newCode({ prompt: 'none' }, browser);
    const response = await exchange(login);
    expect(response).status(200, 'for a good code');
    const [before, after] = [part(first, 1), part(response.json?.id_token ?? '', 1)];
    expect(response).that(before.auth_time === after.auth_time && after.iat > before.iat, 'the auth_time of the one login in two ID tokens, two seconds apart');
  });
});

describe('Stage 3: Tokens that end', () => {
  it('userinfo shows the claims of agreed scopes only', async () => {
    const [large, small] = [await newTokens(), await newTokens({ scope: 'openid' })];
    const response = await userinfo(large.access_token);
    expect(response).status(200, 'for an access token').field('sub', part(large.id_token, 1).sub).field('name', 'Mira Holm', 'for the scope profile');
    expect(await call('POST', '/userinfo', { headers: { authorization: `Bearer ${large.access_token}` } })).status(200, 'for POST').field('name', 'Mira Holm');
    const less = await userinfo(small.access_token);
    expect(less).status(200, 'for an access token').that(less.json?.sub && !('name' in less.json), 'sub and no name, without the scope profile');
  });

  it('userinfo without a good token gets 401 with a challenge', async () => {
    for (const token of ['', 'invented']) expect(await userinfo(token)).status(401, token ? 'for an invented token' : 'without a token').header('WWW-Authenticate', /^Bearer/i, 'to be a Bearer challenge');
    const { refresh_token: refreshToken, id_token: idToken } = await newTokens();
    expect(await userinfo(refreshToken)).status(401, 'for a refresh token');
    expect(await userinfo(idToken)).status(401, 'for an ID token');
  });

  it('a refresh token is replaced at each use', async () => {
    const { refresh_token: first, access_token: access } = await newTokens();
    isRefused(await refresh(access), 'invalid_grant');
    const response = await refresh(first);
    expect(response).status(200, 'for a refresh token').that(response.json?.refresh_token && response.json.refresh_token !== first, 'another refresh token');
    expect(await userinfo(response.json.access_token)).status(200, 'for the new access token');
    isRefused(await refresh((await newTokens()).refresh_token, sails), 'invalid_grant');
    expect(await refresh(response.json.refresh_token)).status(200, 'for the new refresh token');
  });

  it('an old refresh token ends its whole family', async () => {
    const [other, { refresh_token: first }] = [await newTokens(), await newTokens()];
    const second = await refresh(first);
    expect(second).status(200, 'for a refresh token');
    isRefused(await refresh(first), 'invalid_grant');
    isRefused(await refresh(second.json?.refresh_token), 'invalid_grant');
    expect(await userinfo(second.json.access_token)).status(401, 'for an access token of the family');
    expect(await refresh(other.refresh_token)).status(200, 'for the refresh token of another login, which is another family');
  });

  it('of twenty uses of a refresh token at the same moment one succeeds', async () => {
    const { refresh_token: first } = await newTokens();
    const all = await Promise.all(Array.from({ length: 20 }, () => refresh(first)));
    const won = all.filter(({ status }) => status === 200).length;
    expect(all[0]).that(won === 1, `200 for one of twenty uses (it was ${won})`);
  });

  it('a client revokes its tokens', async () => {
    const tokens = await newTokens();
    expect(await post('/revoke', { token: tokens.refresh_token }, 'boats:guessed')).status(401, 'for a wrong secret');
    await post('/revoke', { token: tokens.refresh_token }, sails);
    expect(await userinfo(tokens.access_token)).status(200, 'after another client tried to revoke the token');
    expect(await post('/revoke', { token: tokens.refresh_token })).status(200, 'for a token of the client');
    isRefused(await refresh(tokens.refresh_token), 'invalid_grant');
    expect(await userinfo(tokens.access_token)).status(401, 'for the access token of a revoked family');
    expect(await post('/revoke', { token: 'invented' })).status(200, 'for a token that does not exist');
    const { access_token: access } = await newTokens();
    expect(await post('/revoke', { token: access })).status(200, 'for an access token of the client');
    expect(await userinfo(access)).status(401, 'for an access token that was revoked');
  });

  it('a logout ends the session, and leads to a registered address only', async () => {
    const [other, { browser, id_token: hint, refresh_token: token }] = [await newTokens(), await newTokens()];
    const logout = (uri) => browser.visit('GET', `/logout?${new URLSearchParams({ id_token_hint: hint, post_logout_redirect_uri: uri, state: 's 2' })}`);
    for (const uri of ['https://evil.example/', 'https://boats.example/bye/x', 'https://sails.example/bye']) {
      const foreign = await logout(uri);
      expect(foreign).status(400, 'for an address that is not registered for the client').that(!foreign.headers.has('location'), 'no header Location');
    }
    const response = await logout('https://boats.example/bye');
    const target = URL.parse(response.headers.get('location') ?? '');
    expect(response).status(303, 'for a logout with an ID token').that(target?.href.startsWith('https://boats.example/bye') && target.searchParams.get('state') === 's 2', 'a redirect to https://boats.example/bye with the unchanged state');
    const { response: after, back } = await authorize(browser, { prompt: 'none' });
    expect(after).that(back?.get('error') === 'login_required', 'error=login_required for prompt=none after the logout');
    isRefused(await refresh(token), 'invalid_grant');
    expect(await refresh(other.refresh_token)).status(200, 'for the refresh token of a session in another browser');
  });

  it('a logout without an ID token that we signed asks first', async () => {
    const { browser, id_token: token } = await newTokens();
    const question = await browser.visit('GET', '/logout');
    expect(question).status(200, 'for a page that asks').that(formOf(question), 'a form');
    const [head, , signature] = token.split('.');
    const claims = Buffer.from(JSON.stringify({ ...part(token, 1), nonce: 'forged' })).toString('base64url');
    const none = Buffer.from(JSON.stringify({ alg: 'none' })).toString('base64url');
    for (const hint of [`${head}.${claims}.${signature}`, `${none}.${claims}.`]) expect(await browser.visit('GET', `/logout?id_token_hint=${hint}`)).status(200, 'for a page that asks, because the ID token is forged');
    const { response, back } = await authorize(browser, { prompt: 'none' });
    expect(response).that(back?.get('code'), 'a code for prompt=none, because the session goes on');
    const form = formOf(question);
    const confirmed = await browser.visit('POST', form.path, { ...form.fields, decision: 'allow' });
    const { back: after } = await authorize(browser, { prompt: 'none' });
    expect(confirmed).that(after?.get('error') === 'login_required', 'the end of the session after the form was sent');
  });
});
