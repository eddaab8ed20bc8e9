// #region sms
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createSms } from '../src/sms.js';
import { startProvider } from './provider.js';

const message = { key: 'reminder-7', to: '+15550100', text: 'Hello' };
const reply = (status, body) => (req, res) => res.writeHead(status).end(body);
const ok = '{"id": "m1"}';
const html = '<html>We will be back soon</html>';

const wrong = '{"error": "invalid_recipient"}';
const later = (reason) => ({ sent: false, retry: true, reason });

const days = [
  ['a good day', reply(202, ok), { sent: true, id: 'm1' }],
  [
    'a wrong number',
    reply(400, wrong),
    { sent: false, retry: false, reason: 'status 400' },
  ],
  ['a bug of ours', reply(400, '{"error": "bad_json"}'), later('status 400')],
  ['an expired key', reply(401, '{}'), later('status 401')],
  ['a firewall', reply(403, html), later('status 403')],
  ['too many', reply(429, '{}'), later('status 429')],
  ['an outage', reply(503, wrong), later('status 503')],
  ['a page', reply(200, html), later('status 200')],
  ['JSON null', reply(200, 'null'), later('status 200')],
  ['a number as id', reply(200, '{"id": 7}'), later('status 200')],
  ['silence', () => {}, later('TimeoutError')],
  [
    'a slow body',
    (req, res) => res.writeHead(202).write('{"id": '),
    later('TimeoutError'),
  ],
  ['a lost connection', (req) => req.socket.destroy(), later('TypeError')],
];
for (const [name, behave, result] of days) {
  test(`sms: ${name}`, { timeout: 2000 }, async (t) => {
    const { url } = await startProvider(t, behave);
    const send = createSms({ url, timeout: 200 });
    assert.deepEqual(await send(message), result);
  });
}

test('sms: sends the message with its key', async (t) => {
  const { url, requests } = await startProvider(t, reply(202, ok));
  await createSms({ url })(message);
  assert.deepEqual(requests, [
    {
      line: 'POST /messages',
      key: 'reminder-7',
      type: 'application/json',
      body: { to: '+15550100', text: 'Hello' },
    },
  ]);
});
// #endregion sms

test('sms: no server at all', async () => {
  const send = createSms({ url: 'http://127.0.0.1:1' });
  const result = await send(message);
  assert.deepEqual(result, { sent: false, retry: true, reason: 'TypeError' });
});
