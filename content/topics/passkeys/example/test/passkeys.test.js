import assert from 'node:assert/strict';
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, test } from 'node:test';
import { createAuthenticator, flag } from '../dev/authenticator.js';
import {
  beginLogin,
  beginRegistration,
  finishLogin,
  finishRegistration,
  Refused,
  removePasskey,
} from '../src/passkeys.js';
import { createAccount, openStore } from '../src/store.js';

let db;
let mara;
let phone;

async function register(account, authenticator, change) {
  const options = await beginRegistration(db, 's1', account);
  const response = authenticator.create(options, change);
  return finishRegistration(db, 's1', account, response);
}

beforeEach(async () => {
  db = openStore();
  mara = createAccount(db, 'mara@mail.example');
  phone = createAuthenticator();
  await register(mara, phone);
});

const login = async (change, spoil = (response) => response) => {
  const options = await beginLogin(db, 's2');
  return finishLogin(db, 's2', spoil(phone.get(options, change)));
};

test('a passkey logs its account in, from each page of ours', async () => {
  assert.equal(await login(), mara.handle);
  assert.equal(
    await login({ origin: 'https://login.portal.example' }),
    mara.handle,
  );
});

// #region attacks
const attacks = {
  'a copy of the page': { origin: 'https://cooperative-portal.example' },
  'a subdomain that is not on the list': {
    origin: 'https://blog.portal.example',
  },
  'a passkey of another domain': { rpId: 'cooperative-portal.example' },
  'a recorded response': { challenge: 'cmVjb3JkZWQtbGFzdC13ZWVr' },
  'touched, but not unlocked': { flags: flag.UP },
  'the handle of another account': { handle: 'c29tZW9uZS1lbHNl' },
};
for (const [name, change] of Object.entries(attacks)) {
  test(`${name} is refused`, () => assert.rejects(login(change), Refused));
}

test('flags that were changed on the way are refused', async () => {
  const raiseFlags = (response) => {
    const data = Buffer.from(response.response.authenticatorData, 'base64url');
    data[32] |= flag.UV;
    response.response.authenticatorData = data.toString('base64url');
    return response;
  };
  await assert.rejects(login({ flags: flag.UP }, raiseFlags), /signature/);
});
// #endregion attacks

// #region once
test('a challenge works once, in its session, for five minutes', async (t) => {
  const options = await beginLogin(db, 's2');
  const response = phone.get(options);
  await assert.rejects(finishLogin(db, 'other session', response), Refused);
  const both = await Promise.allSettled([
    finishLogin(db, 's2', response),
    finishLogin(db, 's2', response),
  ]);
  assert.deepEqual(
    both.map(({ status }) => status),
    ['fulfilled', 'rejected'],
  );

  t.mock.timers.enable({ apis: ['Date'], now: Date.now() });
  const late = phone.get(await beginLogin(db, 's2'));
  t.mock.timers.tick(5 * 60_000 + 1);
  await assert.rejects(finishLogin(db, 's2', late), /No open challenge/);
});
// #endregion once

test('a failed attempt uses the challenge up', async () => {
  const options = await beginLogin(db, 's2');
  const bad = phone.get(options, { origin: 'https://evil.example' });
  await assert.rejects(finishLogin(db, 's2', bad), Refused);
  await assert.rejects(finishLogin(db, 's2', phone.get(options)), Refused);
});

test('a registration challenge is no login challenge', async () => {
  const options = await beginRegistration(db, 's2', mara);
  const response = phone.get({ ...options, rpId: 'portal.example' });
  await assert.rejects(finishLogin(db, 's2', response), Refused);
});

test('a counter that goes back is refused', async () => {
  await login({ counter: 7 });
  await assert.rejects(login({ counter: 7 }), Refused);
  await assert.rejects(login({ counter: 6 }), Refused);
  assert.equal(await login({ counter: 8 }), mara.handle);
});

// #region meanwhile
const twoLogins = async (first, second) => {
  const one = phone.get(await beginLogin(db, 's2'), { counter: first });
  const two = phone.get(await beginLogin(db, 's3'), { counter: second });
  const outcomes = await Promise.allSettled([
    finishLogin(db, 's2', one),
    finishLogin(db, 's3', two),
  ]);
  return outcomes.filter(({ status }) => status === 'fulfilled').length;
};

test('a key and its copy at once: one of them is refused', async () => {
  assert.equal(await twoLogins(8, 8), 1);
  assert.equal(await twoLogins(20, 12), 1);
  await assert.rejects(login({ counter: 13 }), Refused);
});

test('a passkey that is removed during a login does not log in', async () => {
  await register(mara, createAuthenticator());
  const response = phone.get(await beginLogin(db, 's2'));
  const pending = finishLogin(db, 's2', response);
  assert.equal(removePasskey(db, mara, phone.id), true);
  await assert.rejects(pending, /in the meantime/);
});
// #endregion meanwhile

test('two devices that sync a passkey may log in at once', async () => {
  assert.equal(await twoLogins(0, 0), 2);
});

test('challenges of visitors who left are deleted', async (t) => {
  t.mock.timers.enable({ apis: ['Date'], now: Date.now() });
  for (let i = 0; i < 50; i += 1) await beginLogin(db, `visitor ${i}`);
  t.mock.timers.tick(5 * 60_000 + 1);
  await beginLogin(db, 's2');
  const { n } = db.prepare('SELECT count(*) AS n FROM challenge').get();
  assert.equal(n, 1);
});

test('another passkey with this ID does not log in', async () => {
  const other = createAuthenticator();
  other.create(await beginRegistration(db, 's3', mara));
  const options = await beginLogin(db, 's2');
  await assert.rejects(
    finishLogin(db, 's2', other.get(options)),
    /Unknown passkey/,
  );
  const stolen = {
    ...other.get(await beginLogin(db, 's2')),
    id: phone.id,
    rawId: phone.id,
  };
  await assert.rejects(finishLogin(db, 's2', stolen), /signature/);
});

test('a response that is none is refused', async () => {
  const odd = [
    undefined,
    null,
    {},
    'x',
    [],
    { id: phone.id },
    { id: { a: 1 } },
  ];
  odd.push({
    id: phone.id,
    rawId: phone.id,
    response: { userHandle: mara.handle },
  });
  for (const response of odd) {
    await beginLogin(db, 's2');
    await assert.rejects(finishLogin(db, 's2', response), Refused);
    await beginRegistration(db, 's2', mara);
    await assert.rejects(finishRegistration(db, 's2', mara, response), Refused);
  }
});

test('a registration is checked, too', async () => {
  const usb = createAuthenticator();
  await assert.rejects(
    register(mara, usb, { origin: 'https://evil.example' }),
    Refused,
  );
  await assert.rejects(register(mara, usb, { flags: flag.UP }), Refused);
  const ben = createAccount(db, 'ben@mail.example');
  await beginRegistration(db, 's1', ben);
  const options = await beginRegistration(db, 's1', mara);
  await assert.rejects(
    finishRegistration(db, 's1', ben, usb.create(options)),
    Refused,
  );
  await assert.rejects(register(ben, phone), /already registered/);
  assert.equal(await login({ handle: mara.handle }), mara.handle);
});

test('registration asks for the right kind and excludes what exists', async () => {
  const options = await beginRegistration(db, 's1', mara);
  assert.deepEqual(
    options.excludeCredentials.map(({ id }) => id),
    [phone.id],
  );
  assert.equal(options.authenticatorSelection.residentKey, 'required');
  assert.equal(options.authenticatorSelection.userVerification, 'required');
  assert.equal(options.user.id, mara.handle);
  assert.doesNotMatch(
    Buffer.from(options.user.id, 'base64url').toString(),
    /mara/,
  );
  assert.equal((await beginLogin(db, 's2')).userVerification, 'required');
});

test('a passkey that is not backed up says so', async () => {
  const usb = createAuthenticator();
  const bound = { flags: flag.UP | flag.UV };
  assert.deepEqual(await register(mara, usb, bound), { backedUp: false });
  assert.deepEqual(await register(mara, createAuthenticator()), {
    backedUp: true,
  });
});

// #region last
test('two processes cannot remove both of the last two passkeys', async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'passkeys-'));
  t.after(() => rmSync(folder, { recursive: true }));
  const path = join(folder, 'db');
  db = openStore(path);
  const insert = db.prepare(
    "INSERT INTO passkey VALUES (?, ?, x'00', 0, 1, '[]')",
  );
  const handles = Array.from(
    { length: 200 },
    (_, i) => createAccount(db, `m${i}@mail.example`).handle,
  );
  for (const handle of handles)
    for (const side of [0, 1]) insert.run(`${handle}-${side}`, handle);

  const script = new URL('../dev/remove-all.js', import.meta.url);
  const children = [0, 1].map(() => fork(script, [path]));
  await Promise.all(children.map((child) => once(child, 'message')));
  children.forEach((child, side) =>
    child.send(handles.map((handle) => ({ handle, id: `${handle}-${side}` }))),
  );
  await Promise.all(children.map((child) => once(child, 'message')));
  const left = db.prepare('SELECT count(*) AS n FROM passkey').get();
  assert.equal(left.n, 200);
});
// #endregion last

test('no account removes the passkey of another one', async () => {
  await register(mara, createAuthenticator());
  const ben = createAccount(db, 'ben@mail.example');
  await register(ben, createAuthenticator());
  await register(ben, createAuthenticator());
  assert.equal(removePasskey(db, ben, phone.id), false);
  assert.equal(removePasskey(db, mara, phone.id), true);
  await assert.rejects(login(), /Unknown passkey/);
});
