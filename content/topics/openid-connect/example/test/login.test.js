import assert from 'node:assert/strict';
import { once } from 'node:events';
import { after, before, test } from 'node:test';
import { accountFor, openAccounts } from '../src/accounts.js';
import { createProvider } from '../src/provider.js';
import { createRooms } from '../src/rooms.js';
import { createBrowser } from './browser.js';
import { startForger } from './forger.js';

const servers = [];
const { error, warn, info } = console;
const db = openAccounts();
let rooms;
let forger;
let refusals = [];

async function listen(make) {
  let app;
  const server = (await import('node:http'))
    .createServer((req, res) => app(req, res))
    .listen(0);
  await once(server, 'listening');
  servers.push(server);
  const url = `http://localhost:${server.address().port}`;
  app = make(url);
  return url;
}

before(async () => {
  for (const name of ['warn', 'info']) console[name] = () => {};
  console.error = (...args) => refusals.push(args.join(' '));
  forger = await startForger();
  const providers = {
    // Like Google: one issuer for everyone, and a claim for the organization.
    forger: {
      issuer: forger.issuer,
      secret: 'secret-of-rooms',
      allow: async ({ hd }) => hd === 'acme.example',
    },
  };
  rooms = await listen((url) => createRooms({ url, providers, db }));
  const emails = { director: 'director@acme.example' };
  const evil = { mallory: 'director@acme.example' };
  for (const [id, mail] of Object.entries({ acme: emails, evil })) {
    const issuer = await listen((issuer) =>
      createProvider({ issuer, rooms, id, emails: mail }).callback(),
    );
    providers[id] = { issuer, secret: 'secret-of-rooms', allow: () => true };
  }
});
after(() => {
  for (const server of servers) {
    server.close();
    server.closeAllConnections();
  }
  forger.stop();
  Object.assign(console, { error, warn, info });
});

// #region director
test("another tenant with the director's email is someone else", async () => {
  const browser = createBrowser();
  const director = await browser.logIn(`${rooms}/login/acme`, 'director');
  const { id, email } = JSON.parse(director.body);
  assert.equal(email, 'director@acme.example');

  const mallory = await createBrowser().logIn(`${rooms}/login/evil`, 'mallory');
  const other = JSON.parse(mallory.body);
  assert.equal(other.email, 'director@acme.example');
  assert.notEqual(other.id, id);
  assert.equal(other.customer, 'evil');

  const again = await createBrowser().logIn(`${rooms}/login/acme`, 'director');
  assert.equal(JSON.parse(again.body).id, id);
});
// #endregion director

// #region forged
const now = () => Math.floor(Date.now() / 1000);
const forged = {
  'the right one': {},
  'for another client': { claims: { aud: 'lunch-menu' } },
  'another issuer': { claims: { iss: 'https://login.evil.example' } },
  expired: { claims: { iat: now() - 900, exp: now() - 600 } },
  'from another login': { claims: { nonce: 'of another login' } },
  'no nonce': { claims: { nonce: undefined } },
  'another organization': { claims: { hd: 'evil.example' } },
  'no organization': { claims: { hd: undefined } },
  'no subject': { claims: { sub: undefined } },
  "someone else's key": { signedBy: 'stranger' },
  'an old login': { again: true, claims: { auth_time: now() - 600 } },
  'no login time': { again: true },
};
for (const [name, { again, claims, signedBy }] of Object.entries(forged)) {
  const allowed = name === 'the right one';
  test(`${name}: ${allowed ? 'logs in' : 'refused'}`, async () => {
    const { callback, browser, nonce } = await start(again);
    forger.make = { claims: { ...good(nonce), ...claims }, signedBy };
    const { status } = await browser.open(callback);
    const organization = name.includes('organization');
    assert.equal(status, allowed ? 200 : organization ? 403 : 400);
    const me = await browser.open(`${rooms}/me`);
    assert.equal(me.status, allowed ? 200 : 401);
  });
}
// #endregion forged

const good = (nonce) => ({
  iss: forger.issuer,
  sub: 'u-8812',
  aud: 'rooms',
  hd: 'acme.example',
  nonce,
  iat: now(),
  exp: now() + 300,
});

/** Begins a login at the forger, and returns the URL of its callback. */
async function start(again, browser = createBrowser()) {
  const login = `${rooms}/login/forger${again ? '?again' : ''}`;
  const { url } = await browser.open(login, { stopAt: forger.issuer });
  const { searchParams } = new URL(url);
  const callback = new URL(searchParams.get('redirect_uri'));
  callback.searchParams.set('code', 'any');
  callback.searchParams.set('state', searchParams.get('state'));
  const nonce = searchParams.get('nonce');
  return { browser, callback: callback.href, nonce };
}

test('a callback that no one started, or at another provider, is refused', async () => {
  const { callback, browser } = await start();
  const nothing = await createBrowser().open(callback);
  assert.equal(nothing.status, 400);
  const mixedUp = callback.replace('/callback/forger', '/callback/acme');
  assert.match((await browser.open(mixedUp)).body, /No login was started/);
});

test('a callback works once, and only with its own state', async () => {
  const { callback, browser, nonce } = await start();
  forger.make = { claims: good(nonce) };
  const otherState = callback.replace(/state=[^&]+/, 'state=of-someone-else');
  assert.equal((await browser.open(otherState)).status, 400);
  assert.equal((await browser.open(callback)).status, 200);
  assert.equal((await browser.open(callback)).status, 400);

  const second = await start();
  forger.make = { claims: good('of another login') };
  assert.equal((await second.browser.open(second.callback)).status, 400);
  forger.make = { claims: good(second.nonce) };
  assert.equal((await second.browser.open(second.callback)).status, 400);
});

test('the first of two tabs logs in, and the session gets a new ID', async () => {
  const first = await start();
  const second = await start(false, first.browser);
  const before = first.browser.cookie(rooms);
  assert.match(first.browser.seen.join(), /HttpOnly; SameSite=Lax/);
  forger.make = { claims: good(first.nonce) };
  assert.equal((await first.browser.open(first.callback)).status, 200);
  assert.notEqual(first.browser.cookie(rooms), before);
  forger.make = { claims: good(second.nonce) };
  assert.equal((await first.browser.open(second.callback)).status, 400);
});

test('a session keeps no more than five begun logins', async () => {
  const { callback, browser, nonce } = await start();
  for (let n = 0; n < 5; n += 1) await start(false, browser);
  forger.make = { claims: good(nonce) };
  assert.equal((await browser.open(callback)).status, 400);
});

test('a new key at the provider works after a minute', async (t) => {
  async function logIn() {
    const { callback, browser, nonce } = await start();
    forger.make = { claims: good(nonce) };
    return (await browser.open(callback)).status;
  }
  assert.equal(await logIn(), 200);
  await forger.rotate('k2');
  assert.equal(await logIn(), 400);
  t.mock.timers.enable({ apis: ['Date'], now: Date.now() + 61_000 });
  assert.equal(await logIn(), 200);
});

test('a sensitive action asks for a new login', async () => {
  for (const [age, path] of [
    [10, undefined],
    [600, '/login/forger?again'],
  ]) {
    const { callback, browser, nonce } = await start();
    forger.make = { claims: { ...good(nonce), auth_time: now() - age } };
    await browser.open(callback);
    const stopAt = forger.issuer;
    const page = await browser.open(`${rooms}/bank-account`, {
      form: {},
      stopAt,
    });
    if (!path) assert.equal(page.body, 'Changed.');
    else assert.equal(new URL(page.url).searchParams.get('max_age'), '60');
  }
});

test('logging out works at a provider that has no logout', async () => {
  const { callback, browser, nonce } = await start();
  forger.make = { claims: good(nonce) };
  await browser.open(callback);
  const page = await browser.open(`${rooms}/logout`, { form: {} });
  assert.equal(page.body, 'Rooms');
  assert.equal((await browser.open(`${rooms}/me`)).status, 401);
});

test('unknown customers are a 404', async () => {
  for (const customer of ['nobody', 'constructor']) {
    const { status } = await createBrowser().open(`${rooms}/login/${customer}`);
    assert.equal(status, 404);
  }
});

test('logging out ends both sessions', async () => {
  const browser = createBrowser();
  await browser.logIn(`${rooms}/login/acme`, 'director');
  const page = await browser.open(`${rooms}/logout`, { form: {} });
  assert.match(page.url, /session\/end\?.*id_token_hint=/); // the provider asks
  assert.equal((await browser.open(`${rooms}/me`)).status, 401);
});

test('a new email changes nothing', () => {
  const claims = { iss: 'https://i.example', sub: '1', email: 'a@i.example' };
  const id = accountFor(db, 'i', claims);
  assert.equal(accountFor(db, 'i', { ...claims, email: 'b@i.example' }), id);
  assert.notEqual(accountFor(db, 'i', { ...claims, sub: '2' }), id);
  const other = { ...claims, iss: 'https://j.example' };
  assert.notEqual(accountFor(db, 'i', other), id);
  assert.notEqual(accountFor(db, 'j', claims), id);
});
