import assert from 'node:assert/strict';
import { once } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { asFunction } from 'awilix';
import { openAppointments } from '../src/appointments.js';
import { compose } from '../src/compose.js';
import { createApp } from '../src/container.js';
import { httpSms } from '../src/sms.js';

// #region settings
test('a missing setting stops the program at the start, by name', () => {
  const complete = {
    SMS_MODE: 'live',
    SMS_URL: 'http://localhost:9/messages',
    SMS_KEY: 'k',
    DATABASE: ':memory:',
  };
  compose(complete).close();
  for (const name of Object.keys(complete)) {
    assert.throws(() => compose({ ...complete, [name]: '' }), {
      message: `${name} is not set`,
    });
  }
});
// #endregion settings

// #region mode
test('a dry run prints the message and sends nothing', async (t) => {
  const file = join(mkdtempSync(join(tmpdir(), 'clinic-')), 'clinic.db');
  const appointments = openAppointments(file);
  appointments.add('+1 555 0100', Date.now() + 24 * 60 * 60 * 1000);
  appointments.close();
  const post = t.mock.method(globalThis, 'fetch', () => assert.fail());
  const log = t.mock.method(console, 'log', () => {});

  const app = compose({ SMS_MODE: 'dry-run', DATABASE: file });
  assert.deepEqual(await app.reminders.sendDue(), { sent: 1, failed: 0 });
  app.close();
  await assert.rejects(app.reminders.sendDue(), /finalized|not open/);
  assert.equal(post.mock.callCount(), 0);
  assert.match(log.mock.calls[0].arguments[0], /^would text .1 555 0100/);
});

test('a misspelled mode stops the program', () => {
  const rest = { SMS_URL: 'http://localhost:9', SMS_KEY: 'k', DATABASE: 'x' };
  for (const SMS_MODE of ['dryrun', 'Live', 'toString']) {
    assert.throws(() => compose({ ...rest, SMS_MODE }), /neither live nor dry/);
  }
});
// #endregion mode

// #region sms
test('the SMS client sends what the provider expects', async (t) => {
  const seen = [];
  let status = 201;
  const provider = createServer(async (req, res) => {
    const body = JSON.parse(Buffer.concat(await req.toArray()));
    seen.push([req.method, req.headers.authorization, body]);
    res.writeHead(status).end();
  }).listen(0);
  await once(provider, 'listening');
  t.after(() => provider.close());

  const url = `http://localhost:${provider.address().port}/messages`;
  const sms = httpSms({ url, key: 'secret' });
  await sms.send('+1 555 0100', 'Hi');
  assert.deepEqual(seen, [
    ['POST', 'Bearer secret', { phone: '+1 555 0100', text: 'Hi' }],
  ]);
  status = 503;
  await assert.rejects(sms.send('+1 555 0100', 'Hi'), /answered 503/);
});

test('the SMS client gives up on a provider that hangs', async (t) => {
  const provider = createServer(() => {}).listen(0);
  await once(provider, 'listening');
  t.after(() => provider.close());
  const url = `http://localhost:${provider.address().port}/messages`;
  const sms = httpSms({ url, key: 'secret', timeoutMs: 100 });
  const sent = sms.send('+1 555 0100', 'Hi').then(() => 'sent');
  const limit = sleep(2_000, 'still waiting');
  await assert.rejects(Promise.race([sent, limit]), { name: 'TimeoutError' });
});
// #endregion sms

const settings = {
  sms: { url: 'http://localhost:9', key: 'k' },
  file: ':memory:',
};

// #region container
test('the container can build everything that is registered', async () => {
  const container = createApp(settings);
  for (const name of Object.keys(container.registrations)) {
    container.resolve(name);
  }
  await container.dispose();
});

test('a singleton may not hold on to one request', () => {
  const container = createApp(settings);
  container.register({
    currentUser: asFunction(() => ({ name: 'Ada' })).scoped(),
    auditLog: asFunction(({ currentUser }) => ({
      entry: (text) => `${currentUser.name} ${text}`,
    })).singleton(),
  });
  assert.throws(
    () => container.createScope().resolve('auditLog').entry('signed in'),
    /shorter lifetime/,
  );
});
// #endregion container

test('the container passes on the settings, and closes the store', async (t) => {
  const post = t.mock.method(globalThis, 'fetch', async () => ({ ok: true }));
  const container = createApp(settings);
  const { sms, appointments } = container.cradle;
  await sms.send('+1 555 0100', 'Hi');
  const [url, { headers }] = post.mock.calls[0].arguments;
  assert.equal(url, 'http://localhost:9');
  assert.equal(headers.authorization, 'Bearer k');
  await container.dispose();
  assert.throws(() => appointments.between(0, 1), /finalized|not open/);
});
