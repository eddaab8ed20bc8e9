import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ExitGate } from './gate.js';

// #region mocked
test('leave', async (t) => {
  const entries = {
    find: t.mock.fn(async () => new Date()),
    remove: t.mock.fn(async () => {}),
  };
  const mailer = { send: t.mock.fn(async () => {}) };
  const gate = new ExitGate({ entries, mailer });
  t.mock.method(gate, '_minutesSince', () => 61);

  await gate.leave('KA-17', 'ada@example.com');

  assert.equal(gate._minutesSince.mock.callCount(), 1);
  assert.equal(entries.find.mock.callCount(), 1);
  assert.equal(entries.remove.mock.callCount(), 1);
  assert.equal(mailer.send.mock.callCount(), 1);
});
// #endregion mocked
