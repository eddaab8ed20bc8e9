import assert from 'node:assert/strict';
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, test } from 'node:test';
import Anthropic from '@anthropic-ai/sdk';
import { z } from 'zod';
import { call, cutOff, say, silence, startProvider } from '../dev/provider.js';
import { bookingTools, cancelBooking, openBookings } from '../src/bookings.js';
import { readWish } from '../src/extract.js';
import { converse } from '../src/loop.js';

const today = '2026-11-26';
let provider;
let client;
let db;
let shown;
let logged;
beforeEach(async () => {
  provider = await startProvider();
  client = new Anthropic({
    apiKey: 'test-key',
    baseURL: provider.url,
    maxRetries: 0,
  });
  db = openBookings();
  shown = [];
  logged = [];
});
afterEach(() => provider.stop());

const chat = (options = {}) =>
  converse(
    client,
    options.tools ?? bookingTools(db, (button) => shown.push(button)),
    options.history ?? [],
    'A table, please',
    {
      guest: options.guest ?? 'ida',
      today,
      signal: options.signal ?? AbortSignal.timeout(5_000),
      log: (error) => logged.push(error),
      maxSteps: options.maxSteps,
    },
  );
const bookings = () =>
  db
    .prepare('SELECT guest, day, people FROM booking ORDER BY 1, 2')
    .all()
    .map((row) => Object.values(row).join(' '));
const insert = (guest, day, people) =>
  db
    .prepare('INSERT INTO booking VALUES (?, ?, ?, ?)')
    .run(`${guest}-${day}`, guest, day, people);
const results = ({ messages }) =>
  messages
    .filter(({ role, content }) => role === 'user' && Array.isArray(content))
    .flatMap(({ content }) => content);

test('a wish is read by the schema that was sent', async () => {
  provider.script = [say('{"day":null,"people":9}')];
  const wish = await readWish(client, '9 of us', { today });
  assert.deepEqual(wish, { day: null, people: 9 });
  const { format } = provider.requests[0].output_config;
  assert.deepEqual(format.schema.required, ['day', 'people']);
});

// #region refused
const bad = [
  ['a day that does not exist', say('{"day":"2027-02-30","people":6}')],
  ['too many people', say('{"day":"2026-11-27","people":400}')],
  ['half a person', say('{"day":"2026-11-27","people":1.5}')],
  ['another shape', say('{"day":"2026-11-27","people":4,"vip":true}')],
  ['a cut-off answer', say('{"day":"2026-11-27","people":1', 'max_tokens')],
  ['a complete answer, cut off', say('{"day":null,"people":1}', 'max_tokens')],
  ['a refusal', say('I can’t help with that.', 'refusal')],
];
for (const [name, answer] of bad) {
  test(`${name} is not a wish`, async () => {
    provider.script = [answer];
    await assert.rejects(readWish(client, 'A table', { today }));
  });
}
// #endregion refused

test('reading a wish has a deadline', { timeout: 5_000 }, async () => {
  provider.script = [silence];
  await assert.rejects(readWish(client, 'A table', { today, deadlineMs: 200 }));
});

test('errors go back to the model, and a repeated call books once', async () => {
  provider.script = [
    call(['book_table', { day: 'next Friday', people: '8 or 9' }]),
    call(['book_table', { day: today, people: 9 }]),
    call(['reserve', {}]),
    call(['book_table', { day: '2026-11-27', people: 9 }]),
    call(['book_table', { day: '2026-11-27', people: 9 }]),
    say('See you on Friday.'),
  ];
  const outcome = await chat();
  assert.deepEqual(
    results(outcome).map(({ is_error }) => is_error),
    [true, true, true, false, false],
  );
  assert.match(results(outcome)[0].content, /Invalid ISO date/);
  assert.equal(outcome.text, 'See you on Friday.');
  assert.deepEqual(bookings(), ['ida 2026-11-27 9']);
});

test('two calls in one response get two results', async () => {
  provider.script = [
    call(
      ['book_table', { day: '2026-11-27', people: 9 }],
      ['book_table', { day: '2026-11-28', people: 2 }],
    ),
    say('Both booked.'),
  ];
  assert.equal((await chat()).text, 'Both booked.');
  assert.deepEqual(bookings(), ['ida 2026-11-27 9', 'ida 2026-11-28 2']);
});

test('a second booking with another number is refused', async () => {
  provider.script = [
    call(['book_table', { day: '2026-11-27', people: 9 }]),
    call(['book_table', { day: '2026-11-27', people: 4 }]),
    say('You already have a table.'),
  ];
  const [, second] = results(await chat());
  assert.match(second.content, /There is a booking for 9/);
  assert.deepEqual(bookings(), ['ida 2026-11-27 9']);
});

// #region race
test('five processes never sell a seat twice', async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'bookings-'));
  t.after(() => rmSync(folder, { recursive: true }));
  const path = join(folder, 'db');
  const days = Array.from({ length: 60 }, (_, i) =>
    new Date(Date.UTC(2026, 11, i + 1)).toISOString().slice(0, 10),
  );
  const script = new URL('../dev/book-all.js', import.meta.url);
  const children = [1, 2, 3, 4, 5].map((n) =>
    fork(script, [path, `guest${n}`]),
  );
  await Promise.all(children.map((child) => once(child, 'message'))); // ready
  for (const child of children) child.send(days);
  const ends = await Promise.all(
    children.map((child) => once(child, 'message')),
  );
  assert.deepEqual([...new Set(ends.flatMap(([all]) => all))].sort(), [
    'booked',
    'full',
  ]);
  const sums = openBookings(path)
    .prepare('SELECT sum(people) AS people FROM booking GROUP BY day')
    .all();
  assert.equal(sums.length, 60);
  for (const { people } of sums) assert.equal(people, 36); // three times 12 of 40
});
// #endregion race

test('the range of people holds for calls, too', async () => {
  provider.script = [
    call(
      ['book_table', { day: '2026-11-27', people: 0 }],
      ['book_table', { day: '2026-11-27', people: 13 }],
    ),
    say('Sorry.'),
  ];
  const flags = results(await chat()).map(({ is_error }) => is_error);
  assert.deepEqual(flags, [true, true]);
});

test('a cut-off or refused response runs nothing', async () => {
  const args = ['book_table', { day: '2026-11-27', people: 1 }];
  for (const answer of [cutOff(args), say('No.', 'refusal')]) {
    provider.script = [answer];
    assert.match((await chat()).text, /will call you back/);
  }
  assert.deepEqual(
    logged.map(({ message }) => message),
    ['max_tokens', 'refusal'],
  );
  assert.deepEqual(bookings(), []);
});

test('a model that never gets anywhere is stopped', async () => {
  provider.script = Array.from({ length: 10 }, () => call(['book_table', {}]));
  assert.match((await chat({ maxSteps: 3 })).text, /will call you back/);
  assert.equal(provider.requests.length, 3);
  assert.match(logged[0].message, /after 3 steps/);
});

test('what a broken tool says stays in the log', async () => {
  const run = async () => {
    throw new Error('connect ECONNREFUSED db-7.internal');
  };
  const input = z.strictObject({});
  const tools = [{ name: 'broken', description: 'Fails', input, run }];
  provider.script = [call(['broken', {}]), say('Sorry.')];
  const [result] = results(await chat({ tools }));
  assert.equal(result.is_error, true);
  assert.doesNotMatch(result.content, /db-7/);
  assert.match(logged[0].message, /db-7/);
});

// #region deadline
test(
  'the deadline ends a silent provider or tool',
  { timeout: 5_000 },
  async () => {
    const run = () => new Promise(() => {});
    const input = z.strictObject({});
    const tools = [{ name: 'stuck', description: 'Hangs', input, run }];
    for (const script of [[silence], [call(['stuck', {}])]]) {
      provider.script = script;
      const { text } = await chat({ tools, signal: AbortSignal.timeout(200) });
      assert.match(text, /will call you back/);
    }
    assert.equal(logged.length, 2);
  },
);
// #endregion deadline

test('a conversation goes on after each kind of failure', async () => {
  const args = ['book_table', { day: '2026-11-27', people: 1 }];
  const empty = { ...say(''), content: [] };
  for (const failure of [cutOff(args), say('No.', 'refusal'), empty, silence]) {
    provider.script = [failure];
    const { messages } = await chat({ signal: AbortSignal.timeout(300) });
    provider.script = [say('How many are you?')];
    const next = await chat({ history: messages });
    assert.equal(next.text, 'How many are you?');
    assert.equal(next.messages.length, 4);
  }
});

// #region guests
test('no argument reaches the booking of another guest', async () => {
  insert('ben', '2026-11-27', 2);
  provider.script = [
    call(['propose_cancellation', { day: '2026-11-27', guest: 'ben' }]),
    call(['propose_cancellation', { day: '2026-11-27' }]),
    say('You have no booking on that day.'),
  ];
  const all = results(await chat({ guest: 'ida' }));
  assert.deepEqual(
    all.map(({ is_error }) => is_error),
    [true, true],
  );
  assert.deepEqual([shown, bookings()], [[], ['ben 2026-11-27 2']]);
});
// #endregion guests

test('only the tap of that guest cancels, and only once', async () => {
  provider.script = [
    call(['book_table', { day: '2026-11-27', people: 2 }]),
    call(['propose_cancellation', { day: '2026-11-27' }]),
    say('Please tap the button.'),
  ];
  await chat();
  assert.deepEqual(bookings(), ['ida 2026-11-27 2']);
  const [{ booking: id }] = shown;
  assert.equal(cancelBooking(db, id, 'ben'), false);
  assert.equal(cancelBooking(db, 'unknown', 'ida'), false);
  assert.equal(cancelBooking(db, id, 'ida'), true);
  assert.equal(cancelBooking(db, id, 'ida'), false);
  provider.script = [
    call(['book_table', { day: '2026-11-27', people: 3 }]),
    say('Booked again.'),
  ];
  await chat();
  assert.equal(cancelBooking(db, id, 'ida'), false); // the old button
  assert.deepEqual(bookings(), ['ida 2026-11-27 3']);
});
