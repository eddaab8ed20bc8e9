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
    forger: { issuer: forger.issuer, secret: 'secret-of-rooms' },
  };
  rooms = await listen((url) => createRooms({ url, providers, db }));
  const emails = { director: 'director@acme.example' };
  const evil = { mallory: 'director@acme.example' };
  for (const [id, mail] of Object.entries({ acme: emails, evil })) {
    const issuer = await listen((issuer) =>
      createProvider({ issuer, rooms, id, emails: mail }).callback(),
    );
    providers[id] = { issuer, secret: 'secret-of-rooms' };
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
  'no subject': { claims: { sub: undefined } },
  "someone else's key": { signedBy: 'stranger' },
  'an old login': { again: true, claims: { auth_time: now() - 600 } },
  'no login time': { again: true },
};
for (const [name, { again, claims, signedBy }] of Object.entries(forged)) {
  const allowed = name === 'the right one';
  test(`${name}: ${allowed ? 'logs in' : 'refused'}`, async () => {
    const { callback, browser, nonce } = await start(again);
    const basics = { iss: forger.issuer, sub: 'u-8812', aud: 'rooms', nonce };
    const times = { iat: now(), exp: now() + 300 };
    forger.make = { claims: { ...basics, ...times, ...claims }, signedBy };
    const { status } = await browser.open(callback);
    assert.equal(status, allowed ? 200 : 400);
    const me = await browser.open(`${rooms}/me`);
    assert.equal(me.status, allowed ? 200 : 401);
  });
}
// #endregion forged

/** Begins a login at the forger, and returns the URL of its callback. */
async function start(again) {
  const browser = createBrowser();
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

test('a callback works once', async () => {
  const { callback, browser, nonce } = await start();
  const basics = { iss: forger.issuer, sub: 'u-8812', aud: 'rooms', nonce };
  forger.make = { claims: { ...basics, iat: now(), exp: now() + 300 } };
  assert.equal((await browser.open(callback)).status, 200);
  assert.equal((await browser.open(callback)).status, 400);
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
  assert.match(page.url, /session\/end/); // the provider asks
  assert.equal((await browser.open(`${rooms}/me`)).status, 401);
});

test('a new email changes nothing', () => {
  const claims = { iss: 'https://i.example', sub: '1', email: 'a@i.example' };
  const id = accountFor(db, 'i', claims);
  assert.equal(accountFor(db, 'i', { ...claims, email: 'b@i.example' }), id);
  assert.notEqual(accountFor(db, 'i', { ...claims, sub: '2' }), id);
  const other = { ...claims, iss: 'https://j.example' };
  assert.notEqual(accountFor(db, 'j', other), id);
});
