import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ExitGate } from '../src/exit-gate.js';

// #region arrange
class FakeEntries {
  #times = new Map();

  async add(plate, enteredAt) {
    this.#times.set(plate, enteredAt);
  }

  async find(plate) {
    return this.#times.get(plate);
  }

  async remove(plate) {
    this.#times.delete(plate);
  }
}

async function arrange(
  t,
  { enteredAt = '2026-06-06T10:00:00Z', now = '2026-06-06T11:01:00Z' } = {},
) {
  const entries = new FakeEntries();
  await entries.add('KA-17', new Date(enteredAt));
  const mailer = { send: t.mock.fn(async () => {}) };
  const report = t.mock.fn();
  const clock = () => new Date(now);
  const gate = new ExitGate({ entries, mailer, now: clock, report });
  return { gate, entries, mailer, report };
}
// #endregion arrange

// #region gate-tests
test('15 minutes and 59 seconds are still free', async (t) => {
  const { gate } = await arrange(t, { now: '2026-06-06T10:15:59Z' });
  assert.equal(await gate.leave('KA-17', 'ada@example.com'), 0);
});

test('after 16 minutes the first hour is due', async (t) => {
  const { gate } = await arrange(t, { now: '2026-06-06T10:16:00Z' });
  assert.equal(await gate.leave('KA-17', 'ada@example.com'), 250);
});

test('a car that has left is no longer in the list', async (t) => {
  const { gate, entries } = await arrange(t);
  await gate.leave('KA-17', 'ada@example.com');
  assert.equal(await entries.find('KA-17'), undefined);
});

test('a driver who paid gets a receipt', async (t) => {
  const { gate, mailer } = await arrange(t);
  await gate.leave('KA-17', 'ada@example.com');
  const sent = mailer.send.mock.calls.map((call) => call.arguments);
  assert.deepEqual(sent, [['ada@example.com', 'Paid: 5.00']]);
});

test('a free stay sends no mail', async (t) => {
  const { gate, mailer } = await arrange(t, { now: '2026-06-06T10:05:00Z' });
  await gate.leave('KA-17', 'ada@example.com');
  assert.equal(mailer.send.mock.callCount(), 0);
});

test('the gate opens even if the mail server is down', async (t) => {
  const { gate, mailer, report } = await arrange(t);
  const down = new Error('no mail server');
  mailer.send.mock.mockImplementation(async () => {
    throw down;
  });
  assert.equal(await gate.leave('KA-17', 'ada@example.com'), 500);
  assert.deepEqual(report.mock.calls[0].arguments, [down]);
});

test('the gate does not wait for a mail server that hangs', async (t) => {
  const { gate, mailer } = await arrange(t);
  mailer.send.mock.mockImplementation(() => new Promise(() => {}));
  assert.equal(await gate.leave('KA-17', 'ada@example.com'), 500);
});

test('an unknown plate is an error', async (t) => {
  const { gate, mailer } = await arrange(t);
  await assert.rejects(gate.leave('KA-18', 'bo@example.com'), {
    message: 'no entry for KA-18',
  });
  assert.equal(mailer.send.mock.callCount(), 0);
});
// #endregion gate-tests

test('a stay over midnight and the end of a month', async (t) => {
  const { gate } = await arrange(t, {
    enteredAt: '2026-12-31T23:30:00Z',
    now: '2027-01-01T00:30:00Z',
  });
  assert.equal(await gate.leave('KA-17', 'ada@example.com'), 250);
});
