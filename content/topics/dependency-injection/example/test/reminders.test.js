import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openAppointments } from '../src/appointments.js';
import { createReminders } from '../src/reminders.js';

// #region due
const at = (text) => Date.parse(text);

function remindersAt(now, { failsFor } = {}) {
  const appointments = openAppointments(':memory:');
  for (const [phone, time] of [
    ['+1 555 0100', '2026-03-09T23:59:59Z'],
    ['+1 555 0101', '2026-03-10T00:00:00Z'],
    ['+1 555 0102', '2026-03-10T23:59:59Z'],
    ['+1 555 0103', '2026-03-11T00:00:00Z'],
  ]) {
    appointments.add(phone, at(time));
  }
  const outbox = [];
  const sms = {
    async send(phone, text) {
      if (phone === failsFor) throw new Error('the number is blocked');
      outbox.push(`${phone} ${text}`);
    },
  };
  const clock = { now: () => at(now) };
  return { outbox, reminders: createReminders({ appointments, sms, clock }) };
}

test('patients of tomorrow are reminded, and no one else', async () => {
  for (const now of ['2026-03-09T00:00:00Z', '2026-03-09T23:59:59Z']) {
    const { outbox, reminders } = remindersAt(now);
    assert.deepEqual(await reminders.sendDue(), { sent: 2, failed: 0 });
    assert.deepEqual(outbox, [
      '+1 555 0101 See you tomorrow at 00:00 UTC',
      '+1 555 0102 See you tomorrow at 23:59 UTC',
    ]);
  }
});

test('one blocked number does not stop the others', async () => {
  const { outbox, reminders } = remindersAt('2026-03-09T17:00:00Z', {
    failsFor: '+1 555 0101',
  });
  assert.deepEqual(await reminders.sendDue(), { sent: 1, failed: 1 });
  assert.equal(outbox.length, 1);
});
// #endregion due
