const start = Date.UTC(2026, 2, 1);
const day = 24 * 60 * 60_000;

async function setUp({ module, load }) {
  const { createClock } = await load('clock.js');
  const real = createClock(start);
  let timers = 0;
  const clock = {
    ...real,
    set(call, milliseconds) {
      timers += 1;
      return real.set(call, milliseconds);
    },
  };
  const sent = [];
  return {
    clock,
    sent,
    timers: () => timers,
    remind: (milliseconds) => module.remind({ at: start + milliseconds, send: () => sent.push(clock.now() - start), clock }),
  };
}

const inDays = (milliseconds) => `${Number((milliseconds / day).toFixed(6))} days`;

/** Sets one reminder, and says when it was sent. */
async function expectOnTime(context, milliseconds) {
  const { clock, sent, remind } = await setUp(context);
  remind(milliseconds);
  clock.moveTo(start + milliseconds + 2 * day);
  const found = sent.length === 0 ? 'never' : sent.map((each) => `after ${inDays(each)}`).join(' and ');
  const isRight = sent.length === 1 && sent[0] >= milliseconds && sent[0] <= Math.max(0, milliseconds) + 5;
  context.assert.ok(isRight, `A reminder was set for ${inDays(milliseconds)} later. It was sent ${found}.`);
}

export default [
  {
    name: 'A reminder for tomorrow comes on time',
    async run(context) {
      for (const milliseconds of [1, 1500, day, 14 * day + 5]) await expectOnTime(context, milliseconds);
      const { remind } = await setUp(context);
      context.assert.throws(() => remind(Number.NaN), TypeError, 'A reminder without a time should still throw a TypeError.');
    },
  },
  {
    name: 'A reminder for next month comes on its day',
    async run(context) {
      for (const milliseconds of [2 ** 31 - 1, 2 ** 31, 25 * day, 30 * day, 31 * day + 1]) await expectOnTime(context, milliseconds);
    },
  },
  {
    name: 'A reminder for next year comes on its day',
    async run(context) {
      for (const milliseconds of [2 * (2 ** 31 - 1), 2 ** 32, 50 * day, 365 * day, 1000 * day + 7]) await expectOnTime(context, milliseconds);
    },
  },
  {
    name: 'A time that has passed is due at once',
    async run(context) {
      for (const milliseconds of [0, -5, -40 * day]) {
        const { clock, sent, remind } = await setUp(context);
        remind(milliseconds);
        context.assert.equal(sent.length, 0, `A reminder was set for ${inDays(milliseconds)} later. It should be sent with the next timer, but it was sent before remind returned.`);
        clock.moveTo(start + 10);
        context.assert.equal(sent.length, 1, `A reminder was set for ${inDays(milliseconds)} later. Ten milliseconds later, it should have been sent once, found ${sent.length} times.`);
      }
    },
  },
  {
    name: 'A canceled reminder is never sent',
    async run(context) {
      for (const [milliseconds, after] of [[5 * day, day], [60 * day, 0], [60 * day, 30 * day], [60 * day, 55 * day], [400 * day, 390 * day]]) {
        const { clock, sent, remind } = await setUp(context);
        const cancel = remind(milliseconds);
        clock.moveTo(start + after);
        cancel();
        context.assert.equal(clock.pending(), 0, `A reminder for ${inDays(milliseconds)} later was canceled after ${inDays(after)}, but timers are still running: ${clock.pending()}.`);
        clock.moveTo(start + 500 * day);
        context.assert.deepEqual(sent, [], `A reminder for ${inDays(milliseconds)} later was canceled after ${inDays(after)}, but it was sent after ${inDays(sent[0])}.`);
      }
    },
  },
  {
    name: 'Waiting takes few timers',
    async run(context) {
      const { clock, sent, remind, timers } = await setUp(context);
      remind(3 * day);
      remind(40 * day);
      remind(90 * day);
      clock.moveTo(start + 100 * day);
      context.assert.deepEqual(sent.map((each) => Math.round(each / day)), [3, 40, 90], `Reminders for 3, 40 and 90 days later were sent after ${sent.map(inDays).join(', ')}.`);
      context.assert.ok(timers() <= 300, `Three reminders within 90 days took ${timers()} timers. A timer can wait for days: expected 300 at most.`);
    },
  },
];
