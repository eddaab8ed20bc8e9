import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { after, before, test } from 'node:test';
import { decodeJwt, exportJWK, generateKeyPair, SignJWT } from 'jose';
import * as oauth from 'openid-client';
import { startAll } from '../src/all.js';
import { createRides } from '../src/rides.js';
import { pulse } from '../src/server.js';
import { createBrowser } from './browser.js';

let urls;
const { error, warn, info } = console;
before(async () => {
  for (const name of ['error', 'warn', 'info']) console[name] = () => {};
  urls = await startAll();
});
after(() => {
  urls.stop();
  Object.assign(console, { error, warn, info });
});

const secrets = {
  coach: 'secret-of-the-coach',
  'nightly-report': 'secret-of-the-report',
};
const config = (client) =>
  oauth.discovery(new URL(urls.issuer), client, secrets[client], undefined, {
    execute: [oauth.allowInsecureRequests],
  });

/** Begins a flow in the app, logs in, and stops before the callback. */
async function callbackOf(browser, name) {
  const stopAt = `${urls.coach}/callback`;
  const { url } = await browser.logIn(`${urls.coach}/connect`, name, {
    stopAt,
  });
  return new URL(url);
}

/** A flow that this test drives itself, up to the code. */
async function ownFlow(scope = 'openid rides:read') {
  const client = await config('coach');
  const verifier = oauth.randomPKCECodeVerifier();
  const redirect_uri = `${urls.coach}/callback`;
  const start = oauth.buildAuthorizationUrl(client, {
    redirect_uri,
    scope,
    code_challenge: await oauth.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
  });
  const stopAt = redirect_uri;
  const { url } = await createBrowser().logIn(start.href, 'lena', { stopAt });
  const exchange = (pkceCodeVerifier) =>
    oauth.authorizationCodeGrant(client, new URL(url), { pkceCodeVerifier });
  return { verifier, exchange };
}

const ridesWith = (token) =>
  fetch(`${urls.api}/rides`, { headers: { Authorization: `Bearer ${token}` } });

async function listen(t, server) {
  server.listen(0, 'localhost');
  await once(server, 'listening');
  t.after(() => server.close());
  return `http://localhost:${server.address().port}`;
}

// #region flow
test('the app gets the rides, and the browser sees no token', async () => {
  const browser = createBrowser();
  const { body } = await browser.logIn(`${urls.coach}/connect`, 'lena');
  const expected = { user: 'lena', rides: ['Ghent to Bruges, 48 km'] };
  assert.deepEqual(JSON.parse(body), expected);
  assert.doesNotMatch(browser.seen.join('\n'), /access_token=|"eyJ|[=:]eyJ/);
});
// #endregion flow

test('a user whose name is a property of all objects has no rides', async () => {
  for (const name of ['constructor', '__proto__']) {
    const { body } = await createBrowser().logIn(`${urls.coach}/connect`, name);
    assert.deepEqual(JSON.parse(body), { user: name, rides: [] });
  }
});

// #region callback
test('the callback refuses what this browser did not start', async () => {
  const attacker = createBrowser();
  const stolen = await callbackOf(attacker, 'mallory');

  const stranger = await createBrowser().open(stolen.href);
  assert.equal(stranger.status, 400);

  for (const state of ['changed', undefined]) {
    const browser = createBrowser();
    const callback = await callbackOf(browser, 'lena');
    const right = callback.href;
    callback.searchParams.delete('state');
    if (state) callback.searchParams.set('state', state);
    assert.equal((await browser.open(callback.href)).status, 400);
    assert.equal((await browser.open(right)).status, 400); // one attempt
  }
});

test('a stolen code is useless in a flow of the thief', async () => {
  const victim = await callbackOf(createBrowser(), 'lena');
  const thief = createBrowser();
  const own = await callbackOf(thief, 'mallory');
  own.searchParams.set('code', victim.searchParams.get('code'));
  assert.equal((await thief.open(own.href)).status, 400);
});

test('a callback works once', async () => {
  const browser = createBrowser();
  const callback = await callbackOf(browser, 'lena');
  assert.equal((await browser.open(callback.href)).status, 200);
  assert.equal((await browser.open(callback.href)).status, 400);
});
// #endregion callback

test('the session gets a new ID after the login', async () => {
  const browser = createBrowser();
  await browser.logIn(`${urls.coach}/connect`, 'lena');
  const ids = browser.seen.join('\n').match(/connect\.sid=[^;]+/g);
  assert.equal(new Set(ids).size, 2);
});

// #region server
test('the server wants the right verifier, and takes a code once', async () => {
  const { verifier, exchange } = await ownFlow();
  const wrong = oauth.randomPKCECodeVerifier();
  await assert.rejects(exchange(wrong), { error: 'invalid_grant' });

  const { access_token } = await exchange(verifier);
  assert.equal((await ridesWith(access_token)).status, 200);
  await assert.rejects(exchange(verifier), { error: 'invalid_grant' });
});

test('an unknown callback is refused without a redirect', async () => {
  const client = await config('coach');
  const ask = (parameters) => {
    const redirect_uri = `${urls.coach}/callback`;
    const all = { redirect_uri, scope: 'openid', ...parameters };
    const { href } = oauth.buildAuthorizationUrl(client, all);
    return fetch(href, { redirect: 'manual' });
  };
  const evil = `${urls.coach}.evil.example/callback`;
  const refused = await ask({ redirect_uri: evil });
  assert.equal(refused.status, 400);
  assert.equal(refused.headers.get('location'), null);

  const withoutPkce = await ask({});
  const { searchParams } = new URL(withoutPkce.headers.get('location'));
  assert.equal(searchParams.get('error'), 'invalid_request');
});
// #endregion server

// #region api
test('the API takes access tokens for itself, with the scope', async () => {
  const { verifier, exchange } = await ownFlow('openid');
  const { access_token, id_token } = await exchange(verifier);
  assert.equal(decodeJwt(id_token).aud, 'coach');
  assert.equal((await ridesWith(id_token)).status, 401);
  assert.equal((await ridesWith(access_token)).status, 403); // no rides:read
  assert.equal((await ridesWith('x')).status, 401);
});

test('a service gets a token for itself, for one API', async () => {
  const client = await config('nightly-report');
  const scoped = await oauth.clientCredentialsGrant(client, {
    scope: 'rides:read',
  });
  assert.equal(decodeJwt(scoped.access_token).sub, 'nightly-report');
  assert.equal((await ridesWith(scoped.access_token)).status, 200);
  const unscoped = await oauth.clientCredentialsGrant(client);
  assert.equal((await ridesWith(unscoped.access_token)).status, 403);
  const other = await oauth.clientCredentialsGrant(client, {
    scope: 'rides:read',
    resource: pulse,
  });
  assert.equal((await ridesWith(other.access_token)).status, 401);
});
// #endregion api

test('the API refuses tokens of another type, issuer or time', async (t) => {
  const { publicKey, privateKey } = await generateKeyPair('RS256');
  const keys = JSON.stringify({ keys: [await exportJWK(publicKey)] });
  const issuer = await listen(
    t,
    createServer((_, res) => res.end(keys)),
  );
  const { api } = urls;
  const rides = await listen(t, createServer(createRides({ issuer, api })));
  const status = async ({ typ = 'at+jwt', iss = issuer, exp = '1m' }) => {
    const token = await new SignJWT({ scope: 'rides:read' })
      .setProtectedHeader({ alg: 'RS256', typ })
      .setIssuer(iss)
      .setAudience(api)
      .setExpirationTime(exp)
      .sign(privateKey);
    const headers = { Authorization: `Bearer ${token}` };
    return (await fetch(`${rides}/rides`, { headers })).status;
  };
  assert.equal(await status({}), 200);
  assert.equal(await status({ typ: 'JWT' }), 401);
  assert.equal(await status({ iss: urls.issuer }), 401);
  assert.equal(await status({ exp: '-1m' }), 401);
});

test('if the keys cannot be had, the API does not blame the token', async (t) => {
  const client = await config('nightly-report');
  const scope = 'rides:read';
  const token = await oauth.clientCredentialsGrant(client, { scope });
  const broken = createServer((_, res) => res.writeHead(500).end());
  const issuers = ['http://auth.invalid', await listen(t, broken)];
  for (const issuer of issuers) {
    const rides = createServer(createRides({ issuer, api: urls.api }));
    const headers = { Authorization: `Bearer ${token.access_token}` };
    const response = await fetch(`${await listen(t, rides)}/rides`, {
      headers,
    });
    assert.equal(response.status, 503);
  }
});

// #region refresh
test('an expired token is refreshed without the user', async () => {
  const short = await startAll({ tokenSeconds: 2 });
  const browser = createBrowser();
  await browser.logIn(`${short.coach}/connect`, 'lena');
  browser.seen.length = 0;
  await new Promise((resolve) => setTimeout(resolve, 2500));
  const { status } = await browser.open(`${short.coach}/rides`);
  assert.equal(status, 200);
  assert.doesNotMatch(browser.seen.join('\n'), new RegExp(short.issuer));
  short.stop();
});

test('a refresh that fails for another reason keeps the user', async (t) => {
  const short = await startAll({ tokenSeconds: 1 });
  const browser = createBrowser();
  await browser.logIn(`${short.coach}/connect`, 'lena');
  const { fetch } = globalThis;
  t.mock.method(globalThis, 'fetch', (url, ...rest) =>
    String(url).endsWith('/token')
      ? new Response('down', { status: 503 })
      : fetch(url, ...rest),
  );
  assert.equal((await browser.open(`${short.coach}/rides`)).status, 500);
  t.mock.restoreAll();
  assert.equal((await browser.open(`${short.coach}/rides`)).status, 200);
  short.stop();
});

test('an API that hangs or breaks is a 502', async () => {
  let answer = () => {}; // never
  const all = await startAll({ ridesApi: (req, res) => answer(res) });
  const browser = createBrowser();
  const first = await browser.logIn(`${all.coach}/connect`, 'lena');
  assert.equal(first.status, 502);
  for (answer of [
    (res) => res.write('{"rides": ['), // and no end
    (res) => res.writeHead(500).end(),
    (res) => res.end('no JSON'),
  ])
    assert.equal((await browser.open(`${all.coach}/rides`)).status, 502);
  all.stop();
});

test('when the refresh token ends, the user connects again', async () => {
  const short = await startAll({ tokenSeconds: 1, refreshSeconds: 2 });
  const browser = createBrowser();
  await browser.logIn(`${short.coach}/connect`, 'lena');
  await new Promise((resolve) => setTimeout(resolve, 2500));
  const { url } = await browser.open(`${short.coach}/rides`);
  assert.match(url, new RegExp(`^${short.issuer}/interaction/`));
  short.stop();
});
// #endregion refresh
