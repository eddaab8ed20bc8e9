// #region arrange
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { remindAll } from '../src/reminders.js';
import { createSms } from '../src/sms.js';
import { startProvider } from './provider.js';

/** Fake: a store that really stores, in memory. */
class FakeAppointments {
  constructor(rows) {
    this.rows = rows.map((row, i) => ({ id: i + 1, ...row }));
  }

  async notDone() {
    return this.rows.filter((row) => !row.done);
  }

  async markDone(id) {
    this.rows.find((row) => row.id === id).done = true;
  }
}

const appointmentsAt = (...times) =>
  new FakeAppointments(
    times.map((time, i) => ({ phone: `+1555010${i}`, at: new Date(time) })),
  );

const now = () => new Date('2026-05-04T15:00Z'); // stub: always the same time
// #endregion arrange

// #region spy
test('reminds of the appointments within a day, once', async (t) => {
  const appointments = appointmentsAt(
    '2026-05-04T14:59Z', // over
    '2026-05-05T15:00Z', // in exactly a day
    '2026-05-05T15:01Z', // later
  );
  const send = t.mock.fn(async () => ({ sent: true, id: 'm1' })); // spy
  await remindAll({ appointments, send, now });
  await remindAll({ appointments, send, now }); // the job runs twice

  assert.deepEqual(
    send.mock.calls.map((call) => call.arguments[0]),
    [
      {
        key: 'reminder-2-2026-05-05T15:00:00.000Z',
        to: '+15550101',
        text: 'Your appointment is at 10:00.',
      },
    ],
  );
});
// #endregion spy

// #region failures
test('goes on after a failure, and tries that one again', async () => {
  const appointments = appointmentsAt('2026-05-05T09:00Z', '2026-05-05T10:00Z');
  let down = true;
  const phones = [];
  const send = async ({ to }) => {
    phones.push(to);
    return down && to === '+15550100'
      ? { sent: false, retry: true, reason: 'status 503' }
      : { sent: true, id: 'm1' };
  };

  const first = await remindAll({ appointments, send, now });
  assert.deepEqual(first.failed, [{ id: 1, reason: 'status 503' }]);

  down = false;
  const second = await remindAll({ appointments, send, now });
  assert.deepEqual(second.failed, []);
  assert.deepEqual(phones, ['+15550100', '+15550101', '+15550100']);
});
// #endregion failures

test('reports a wrong number once and does not try it again', async () => {
  const appointments = appointmentsAt('2026-05-05T09:00Z');
  const send = async () => ({
    sent: false,
    retry: false,
    reason: 'status 400',
  });
  const first = await remindAll({ appointments, send, now });
  const second = await remindAll({ appointments, send, now });
  assert.deepEqual(first.failed, [{ id: 1, reason: 'status 400' }]);
  assert.deepEqual(second.failed, []);
});

test('an expired key delays the reminders and loses none', async (t) => {
  const appointments = appointmentsAt('2026-05-05T09:00Z', '2026-05-05T10:00Z');
  let status = 401;
  const { url, requests } = await startProvider(t, (req, res) =>
    res.writeHead(status).end('{"id": "m1"}'),
  );
  const send = createSms({ url });

  const first = await remindAll({ appointments, send, now });
  assert.equal(first.failed.length, 2);

  status = 202;
  const second = await remindAll({ appointments, send, now });
  assert.deepEqual(second.failed, []);
  assert.equal(requests[2].key, requests[0].key); // the same key again
});
