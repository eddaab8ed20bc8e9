// A solution of the OpenID Provider without packages. It keeps everything in memory, where the project asks for a database, and
// has one signing key that never changes.
import { createHash, generateKeyPairSync, randomBytes, scryptSync, sign, timingSafeEqual } from 'node:crypto';
import { Problem, readBody, serve } from '../serve.mjs';

const issuer = process.env.ISSUER ?? `http://localhost:${process.env.PORT ?? 3000}`;
const minute = 60_000;
const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const kid = 'key-1';
const hashOf = (text) => createHash('sha256').update(String(text)).digest('hex');
const newToken = () => randomBytes(32).toString('base64url');

const clients = new Map(
  ['boats', 'sails'].map((id) => [id, { id, secret: hashOf('s3cr3t-for-tests'), redirects: [`https://${id}.example/cb`], logouts: [`https://${id}.example/bye`] }]),
);
const salt = randomBytes(16);
const derive = (password) => scryptSync(password, salt, 32);
const people = new Map([['mira', { sub: 'a4f0', name: 'Mira Holm', password: derive('three records and a kettle') }]]);
const decoy = derive(newToken());
/** Browsers by the hash of their cookie: before the login with the token of the form, afterwards with the person. */
const browsers = new Map();
const requests = new Map();
const codes = new Map();
const accessTokens = new Map();
const refreshTokens = new Map();
const failures = new Map();

const escape = (text) => String(text).replace(/[&"'<>]/g, (sign) => `&#${sign.charCodeAt(0)};`).replaceAll('&#38;', '&amp;').replaceAll('&#34;', '&quot;').replaceAll('&#60;', '&lt;').replaceAll('&#62;', '&gt;');
const page = (status, html, headers = {}) => ({ status, headers: { 'content-type': 'text/html; charset=utf-8', 'referrer-policy': 'no-referrer', ...headers }, body: `<!doctype html><title>Provider</title>${html}` });
const errorPage = (status, message) => page(status, `<h1>${message}</h1>`);
const redirect = (address, headers = {}) => ({ status: 303, headers: { location: address, 'referrer-policy': 'no-referrer', ...headers }, body: '' });
const oauthError = (status, error, headers = {}) => ({ status, headers: { 'content-type': 'application/json', 'cache-control': 'no-store', ...headers }, body: { error } });
const fieldsOf = async ({ request }) => new URLSearchParams(String(await readBody(request)));

function browserOf({ headers }) {
  const [, id = ''] = /(?:^|;\s*)session=([^;]*)/.exec(headers.cookie ?? '') ?? [];
  return browsers.get(hashOf(id));
}
function newBrowser(content) {
  const id = newToken();
  const browser = { formToken: newToken(), ...content };
  browsers.set(hashOf(id), browser);
  return { browser, headers: { 'set-cookie': `session=${id}; Path=/; HttpOnly; Secure; SameSite=Lax` } };
}

function back({ redirectUri, state }, parameters) {
  const target = new URL(redirectUri);
  for (const [name, value] of Object.entries({ ...parameters, state, iss: issuer })) if (value !== undefined) target.searchParams.set(name, value);
  return redirect(target.href);
}

async function authorize(context) {
  const query = context.request.method === 'POST' ? await fieldsOf(context) : context.query;
  const get = (name) => query.get(name) ?? undefined;
  const client = clients.get(get('client_id'));
  const redirectUri = get('redirect_uri');
  if (!client || !client.redirects.includes(redirectUri)) return errorPage(400, 'This application is not known');
  const asked = { client, redirectUri, state: get('state'), nonce: get('nonce'), scope: get('scope') ?? '', challenge: get('code_challenge'), at: Date.now() };
  if (get('response_type') !== 'code') return back(asked, { error: 'unsupported_response_type' });
  if (!/^[\w-]{43}$/.test(asked.challenge ?? '') || get('code_challenge_method') !== 'S256') return back(asked, { error: 'invalid_request' });
  const browser = browserOf(context);
  const maxAge = get('max_age');
  const isFresh = browser?.person && (maxAge === undefined || Date.now() - browser.loggedInAt < Number(maxAge) * 1000);
  if (isFresh && get('prompt') !== 'login') return back(asked, { code: newCode(asked, browser) });
  if (get('prompt') === 'none') return back(asked, { error: 'login_required' });
  const id = newToken();
  requests.set(id, asked);
  return redirect(`/login?request=${id}`);
}

function newCode({ client, redirectUri, nonce, scope, challenge }, browser) {
  const code = newToken();
  const family = { client, browser, person: browser.person, scope, isRevoked: false };
  codes.set(hashOf(code), { client, redirectUri, nonce, challenge, family, until: Date.now() + minute, authTime: browser.loggedInAt });
  browser.families.push(family);
  return code;
}

function requestOf(id) {
  const asked = requests.get(id);
  return asked && asked.at > Date.now() - 10 * minute ? asked : undefined;
}
const loginForm = (id, { formToken }, message = '') =>
  `<form method="post" action="/login">${message}<input type="hidden" name="request" value="${escape(id)}"><input type="hidden" name="token" value="${formToken}"><input name="name"><input type="password" name="password"><button>Log in</button></form>`;

async function logIn(context) {
  const fields = await fieldsOf(context);
  const [id, name, password] = ['request', 'name', 'password'].map((field) => fields.get(field) ?? '');
  const asked = requestOf(id);
  if (!asked) return errorPage(400, 'This login is not known');
  const browser = browserOf(context);
  if (!browser || fields.get('token') !== browser.formToken) return errorPage(403, 'The form is not from here');
  const recent = (failures.get(name) ?? []).filter((at) => at > Date.now() - 15 * minute);
  if (recent.length >= 10) return page(429, 'Too many tries', { 'retry-after': '900' });
  failures.set(name, [...recent, Date.now()]);
  const person = people.get(name);
  if (!timingSafeEqual(derive(password), person?.password ?? decoy) || !person) return page(401, loginForm(id, browser, 'Name or password is wrong'));
  failures.delete(name);
  requests.delete(id);
  const { browser: next, headers } = newBrowser({ person, loggedInAt: Date.now(), families: [] });
  const answer = back(asked, { code: newCode(asked, next) });
  return { ...answer, headers: { ...answer.headers, ...headers } };
}

function formDecoded(text) {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return '';
  }
}
/** The client that proves itself; undefined when it does not. */
function clientOf({ headers }) {
  const [, encoded = ''] = /^Basic (.+)$/i.exec(headers.authorization ?? '') ?? [];
  const [, id = '', secret = ''] = (/^([^:]*):(.*)$/.exec(String(Buffer.from(encoded, 'base64'))) ?? []).map(formDecoded);
  const client = clients.get(id);
  return client?.secret === hashOf(secret) ? client : undefined;
}
const invalidClient = () => oauthError(401, 'invalid_client', { 'www-authenticate': 'Basic realm="token"' });

function idToken({ client, nonce, family, authTime }) {
  const now = Math.floor(Date.now() / 1000);
  const claims = { iss: issuer, sub: family.person.sub, aud: client.id, iat: now, exp: now + 300, auth_time: Math.floor(authTime / 1000), nonce };
  const signed = [{ alg: 'RS256', kid }, claims].map((each) => Buffer.from(JSON.stringify(each)).toString('base64url')).join('.');
  return `${signed}.${sign('RSA-SHA256', Buffer.from(signed), privateKey).toString('base64url')}`;
}
function newTokens(family, more = {}) {
  const [access, refresh] = [newToken(), newToken()];
  accessTokens.set(hashOf(access), { family, until: Date.now() + 5 * minute });
  refreshTokens.set(hashOf(refresh), { family, isUsed: false });
  const body = { access_token: access, token_type: 'Bearer', expires_in: 300, refresh_token: refresh, scope: family.scope, ...more };
  return { headers: { 'cache-control': 'no-store' }, body };
}

async function token(context) {
  const client = clientOf(context);
  if (!client) return invalidClient();
  const fields = await fieldsOf(context);
  const kind = fields.get('grant_type');
  if (kind === 'authorization_code') return exchange(client, fields);
  if (kind === 'refresh_token') return refresh(client, fields);
  return oauthError(400, 'unsupported_grant_type');
}
function exchange(client, fields) {
  const code = codes.get(hashOf(fields.get('code')));
  if (code?.isUsed) code.family.isRevoked = true;
  const challenge = createHash('sha256').update(fields.get('code_verifier') ?? '').digest('base64url');
  const isGood = code && !code.isUsed && code.until > Date.now() && code.client === client && code.redirectUri === fields.get('redirect_uri') && code.challenge === challenge;
  if (!isGood) return oauthError(400, 'invalid_grant');
  code.isUsed = true;
  return newTokens(code.family, { id_token: idToken(code) });
}
function refresh(client, fields) {
  const found = refreshTokens.get(hashOf(fields.get('refresh_token')));
  if (!found || found.family.client !== client || found.family.isRevoked) return oauthError(400, 'invalid_grant');
  if (found.isUsed) {
    found.family.isRevoked = true;
    return oauthError(400, 'invalid_grant');
  }
  found.isUsed = true;
  return newTokens(found.family);
}

function userinfo({ bearer }) {
  const found = accessTokens.get(hashOf(bearer));
  if (!found || found.until <= Date.now() || found.family.isRevoked) throw new Problem(401, 'token', 'The token is not valid', { headers: { 'www-authenticate': 'Bearer error="invalid_token"' } });
  const { person, scope } = found.family;
  return { body: { sub: person.sub, ...(scope.split(' ').includes('profile') && { name: person.name }) } };
}

async function logout(context) {
  const query = context.request.method === 'POST' ? await fieldsOf(context) : context.query;
  const browser = browserOf(context);
  if (browser && query.get('token') === browser.formToken) return endSession(browser);
  const hint = query.get('id_token_hint') ?? '';
  const { aud, sub } = isOurs(hint) ? JSON.parse(Buffer.from(hint.split('.')[1], 'base64url')) : {};
  if (!aud || (browser?.person && browser.person.sub !== sub)) return page(200, `<form method="post" action="/logout">Log out?<input type="hidden" name="token" value="${browser?.formToken ?? ''}"><button>Yes</button></form>`);
  const address = query.get('post_logout_redirect_uri');
  if (address && !clients.get(aud)?.logouts.includes(address)) return errorPage(400, 'This address is not known');
  const done = endSession(browser);
  if (!address) return done;
  const target = new URL(address);
  if (query.has('state')) target.searchParams.set('state', query.get('state'));
  return redirect(target.href);
}
function endSession(browser) {
  for (const family of browser?.families ?? []) family.isRevoked = true;
  if (browser) Object.assign(browser, { person: undefined });
  return page(200, 'You are logged out');
}
/** Signing is deterministic, so our own signature is the proof. */
function isOurs(hint) {
  const signed = hint.split('.').slice(0, 2).join('.');
  return hint !== '' && hint === `${signed}.${sign('RSA-SHA256', Buffer.from(signed), privateKey).toString('base64url')}`;
}

serve({
  'GET /.well-known/openid-configuration': () => ({
    body: {
      issuer,
      authorization_endpoint: `${issuer}/authorize`,
      token_endpoint: `${issuer}/token`,
      userinfo_endpoint: `${issuer}/userinfo`,
      jwks_uri: `${issuer}/jwks`,
      response_types_supported: ['code'],
      subject_types_supported: ['public'],
      id_token_signing_alg_values_supported: ['RS256'],
      code_challenge_methods_supported: ['S256'],
      authorization_response_iss_parameter_supported: true,
      end_session_endpoint: `${issuer}/logout`,
      revocation_endpoint: `${issuer}/revoke`,
    },
  }),
  'GET /jwks': () => ({ headers: { 'cache-control': 'max-age=3600' }, body: { keys: [{ ...publicKey.export({ format: 'jwk' }), kid, use: 'sig', alg: 'RS256' }] } }),
  'GET /authorize': authorize,
  'POST /authorize': authorize,
  'GET /login': (context) => {
    const id = context.query.get('request');
    if (!requestOf(id)) return errorPage(400, 'This login is not known');
    const { browser, headers } = newBrowser({ families: [] });
    return page(200, loginForm(id, browser), headers);
  },
  'POST /login': logIn,
  'POST /token': token,
  'POST /revoke': async (context) => {
    const client = clientOf(context);
    if (!client) return invalidClient();
    const hash = hashOf((await fieldsOf(context)).get('token'));
    const found = refreshTokens.get(hash) ?? accessTokens.get(hash);
    if (found?.family.client === client) found.family.isRevoked = true;
    return { status: 200, body: '' };
  },
  'GET /userinfo': userinfo,
  'POST /userinfo': userinfo,
  'GET /logout': logout,
  'POST /logout': logout,
});
