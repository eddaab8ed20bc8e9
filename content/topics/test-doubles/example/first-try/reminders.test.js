// #region test
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { remindAll } from './reminders.js';

test('reminds every patient', async (t) => {
  const fetch = t.mock.method(globalThis, 'fetch', async () => ({
    status: 200,
    json: async () => ({ ok: true }),
  }));
  const appointments = [
    { phone: '+15550100', time: '9:30' },
    { phone: '+15550101', time: '9:45' },
  ];
  await remindAll(appointments, 'https://sms.example');
  assert.equal(fetch.mock.callCount(), 2);
});
// #endregion test
