import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { decideAlerts, sendAlerts } from '../src/alerts.js';
import { sendAlerts as sendAlertsBefore } from '../src/alerts-before.js';
import { deepFreeze } from './deep-freeze.js';

// #region core
const now = 1_000_000_000;
const minutes = (n) => n * 60_000;
const freezer = { id: 1, name: 'Fish', limit: -18, owner: 'cleo@example.com' };

function textsFor(latest) {
  const latestById = new Map(latest ? [[freezer.id, latest]] : []);
  return decideAlerts([freezer], latestById, now).map(({ text }) => text);
}

const cases = [
  ['cold', { at: now, celsius: -20 }, []],
  ['at the limit', { at: now, celsius: -18 }, []],
  ['too warm', { at: now, celsius: -17.9 }, ['Fish is at -17.9 °C']],
  ['30 minutes old', { at: now - minutes(30), celsius: -20 }, []],
  ['older', { at: now - minutes(30) - 1, celsius: -20 }, ['Fish is silent']],
  [
    'warm and older',
    { at: now - minutes(31), celsius: 0 },
    ['Fish is at 0 °C'],
  ],
  ['no reading', undefined, ['Fish has never sent a reading']],
  ['not a number', { at: now, celsius: NaN }, ['Fish sends no temperature']],
  ['no time', { celsius: -20 }, ['Fish is silent']],
];
for (const [name, latest, expected] of cases) {
  test(name, () => assert.deepEqual(textsFor(latest), expected));
}
// #endregion core

test('a freezer without a limit is reported, not ignored', () => {
  const [alert] = decideAlerts([{ ...freezer, limit: null }], new Map(), now);
  assert.equal(alert.text, 'Fish has no limit');
});

test('decideAlerts changes none of its arguments', () => {
  const freezers = deepFreeze([freezer, { ...freezer, id: 2 }]);
  const latestById = new Map([[1, deepFreeze({ at: now, celsius: 0 })]]);
  assert.equal(decideAlerts(freezers, latestById, now).length, 2);
  assert.equal(latestById.size, 1);
});

const makeDb = () => {
  const latest = new Map([[1, { at: now, celsius: 0 }]]);
  return {
    freezers: async () => [freezer, { ...freezer, id: 2 }],
    latestReading: async (id) => latest.get(id),
    latestReadings: async () => latest,
  };
};

test('the first version sends a mail and then crashes', async () => {
  const sent = [];
  const mailer = { send: async (to, text) => sent.push(text) };
  await assert.rejects(sendAlertsBefore(makeDb(), mailer), TypeError);
  assert.deepEqual(sent, ['Fish is at 0 °C']);
});

test('the shell sends what the core decided', async () => {
  const sent = [];
  const mailer = {
    send: async (to, text) => {
      await nextTurn(); // a real one takes a while
      sent.push(text);
    },
  };
  await sendAlerts(makeDb(), mailer, now);
  assert.deepEqual(sent, ['Fish is at 0 °C', 'Fish has never sent a reading']);
});

test('an address that fails does not stop the others', async () => {
  const sent = [];
  const mailer = {
    send: async (to, text) => {
      if (text === 'Fish is at 0 °C') throw new Error('550 no such user');
      sent.push(text);
    },
  };
  await assert.rejects(sendAlerts(makeDb(), mailer, now), AggregateError);
  assert.deepEqual(sent, ['Fish has never sent a reading']);
});
