import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { dieAt, look, openLab, reset } from '../dev/lab.js';
import { recover, transfer } from '../src/coordinator.js';
import { finish, prepare } from '../src/participant.js';

let lab, parties;
before(async () => {
  lab = await openLab();
  parties = { from: lab.nord, to: lab.sued, log: lab.log };
});
after(() => lab?.close());
beforeEach(() => reset(lab));

const move = (id, units = 1, crashAt) =>
  transfer(parties, { id, units }, crashAt);
const recoverAll = async (
  olderThan = '0',
  { log = lab.log, more = [] } = {},
) => {
  const banks = [...more, lab.nord, lab.sued];
  const { finished, errors } = await recover({ banks, log, olderThan });
  assert.equal(errors.length, more.length);
  return finished;
};
const state = (nord, sued, inDoubt = 0) => ({ nord, sued, inDoubt });

test('a transfer changes both databases, and both banks in both directions', async () => {
  assert.equal(await move('t1'), 'commit');
  assert.deepEqual(await look(lab), state(11, 5));
  const back = { from: lab.sued, to: lab.nord, log: lab.log };
  await transfer(back, { id: 't2', units: 3 });
  assert.deepEqual(await look(lab), state(14, 2));
});

test('two names for one bank are refused', async () => {
  const same = { ...parties, to: lab.nord };
  await assert.rejects(transfer(same, { id: 't1', units: 1 }));
  assert.deepEqual(await look(lab), state(12, 4));
});

test('too many, none, or half a unit change nothing', async () => {
  await assert.rejects(move('t1', 13), { code: '23514' });
  for (const units of [0, -1, 0.5, undefined, '1'])
    await assert.rejects(move('t1', units ?? null), RangeError);
  assert.deepEqual(await look(lab), state(12, 4));
});

test('a no of the second bank undoes the yes of the first', async () => {
  await lab.sued.pool.query("INSERT INTO booking VALUES ('t1', 1)");
  await assert.rejects(move('t1'), { code: '23505' });
  assert.deepEqual(await look(lab), state(12, 4));
});

test('a bank without a row for its stock votes no', async () => {
  await lab.sued.pool.query('DELETE FROM stock');
  await assert.rejects(move('t1'), /no stock in sued/);
  const { rows } = await lab.nord.pool.query('SELECT units FROM stock');
  assert.deepEqual(rows, [{ units: 12 }]);
});

test('after a no, the connection can be used again', async () => {
  const no = prepare(lab.nord, 'transfer/no', { id: 't1', change: -13 });
  await assert.rejects(no, { code: '23514' });
  await lab.nord.pool.query('SELECT 1');
});

for (const [point, after, recovered] of [
  ['prepared nord', state(12, 4, 1), state(12, 4)],
  ['prepared sued', state(12, 4, 2), state(12, 4)],
  ['after the decision', state(12, 4, 2), state(11, 5)],
  ['between the messages', state(11, 4, 1), state(11, 5)],
])
  test(`a crash ${point}: recovery finishes, and a retry books once`, async () => {
    await assert.rejects(move('t1', 1, dieAt(point)), /died/);
    assert.deepEqual(await look(lab), after);
    await recoverAll();
    assert.deepEqual(await look(lab), recovered);
    assert.equal(await recoverAll(), 0);
    if (recovered.nord === 11)
      await assert.rejects(move('t1'), { code: '23505' });
    else assert.equal(await move('t1'), 'commit');
    assert.deepEqual(await look(lab), state(11, 5));
  });

test('what is in doubt blocks others, and survives a restart', async () => {
  await assert.rejects(move('t1', 1, dieAt('after the decision')), /died/);
  await assert.rejects(move('t2'), { code: '55P03' });
  await lab.restart();
  assert.deepEqual(await look(lab), state(12, 4, 2));
  await assert.rejects(move('t2'), { code: '55P03' });
  await recoverAll();
  assert.equal(await move('t2'), 'commit');
  assert.deepEqual(await look(lab), state(10, 6));
});

test('a recovery that is faster than a slow coordinator decides', async () => {
  const outcome = await move('t1', 1, async (at) => {
    if (at === 'prepared sued') await recoverAll();
  });
  assert.equal(outcome, 'abort');
  assert.deepEqual(await look(lab), state(12, 4));
});

test('a commit and an abort at the same moment: one is decided', async () => {
  const { promise: all, resolve } = Promise.withResolvers();
  let asked = 0;
  const query = async (...args) => {
    const result = await lab.log.pool.query(...args);
    if (++asked === 3) resolve(); // the coordinator, and recovery for each bank
    await all;
    return result;
  };
  const log = { name: lab.log.name, pool: { query } };
  let recovering;
  const atPoint = (at) => {
    if (at === 'prepared sued') recovering = recoverAll('0', { log });
    if (at === 'after the decision') return recovering;
  };
  const t1 = { id: 't1', units: 1 };
  const outcome = await transfer({ ...parties, log }, t1, atPoint);
  const expected = outcome === 'commit' ? state(11, 5) : state(12, 4);
  assert.deepEqual(await look(lab), expected);
});

test('a recovery between the two votes aborts both', async () => {
  const outcome = await move('t1', 1, async (at) => {
    if (at === 'prepared nord') await recoverAll();
  });
  assert.equal(outcome, 'abort');
  assert.deepEqual(await look(lab), state(12, 4));
});

test('the recovery of another coordinator leaves it alone', async () => {
  await assert.rejects(move('t1', 1, dieAt('between the messages')), /died/);
  assert.equal(await recoverAll('0', { log: lab.other_log }), 0);
  assert.deepEqual(await look(lab), state(11, 4, 1));
  await recoverAll();
  assert.deepEqual(await look(lab), state(11, 5));
});

test('a bank that fails or hangs does not stop the recovery of others', async () => {
  await assert.rejects(move('t1', 1, dieAt('after the decision')), /died/);
  const query = async () => {
    throw new Error('down');
  };
  await recoverAll('0', { more: [{ name: 'ost', pool: { query } }] });
  assert.deepEqual(await look(lab), state(11, 5));

  await assert.rejects(move('t2', 1, dieAt('after the decision')), /died/);
  const hangs = { name: 'west', pool: { query: () => new Promise(() => {}) } };
  recover({ banks: [hangs, lab.nord, lab.sued], log: lab.log, olderThan: '0' });
  await sleep(1000);
  assert.deepEqual(await look(lab), state(10, 6));
});

test('recovery leaves young transactions alone', async () => {
  await assert.rejects(move('t1', 1, dieAt('prepared sued')), /died/);
  assert.equal(await recoverAll('1 hour'), 0);
  assert.deepEqual(await look(lab), state(12, 4, 2));
  await recoverAll();
});

test('transfers in opposite directions do not block each other', async () => {
  const back = { from: lab.sued, to: lab.nord, log: lab.log };
  for (let i = 0; i < 10; i += 1)
    assert.deepEqual(
      await Promise.all([
        move(`a${i}`),
        transfer(back, { id: `b${i}`, units: 1 }),
      ]),
      ['commit', 'commit'],
    );
  assert.deepEqual(await look(lab), state(12, 4));
});

test('the same transfer twice at once is booked once', async () => {
  // Open two connections first, so that both really meet.
  const open = () => lab.nord.pool.query('SELECT pg_sleep(0.1)');
  await Promise.all([open(), open()]);
  const slowly = async (at) => {
    if (at === 'between the messages') await sleep(200);
  };
  const both = [move('t1', 1, slowly), move('t1', 1, slowly)];
  const results = await Promise.allSettled(both);
  const done = results.filter(({ value }) => value === 'commit');
  assert.equal(done.length, 1);
  assert.deepEqual(await look(lab), state(11, 5));
});

test('many at once, with crashes and a recovery that runs all the time', async () => {
  const points = ['prepared nord', 'prepared sued', 'after the decision'];
  let running = true;
  const recovering = (async () => {
    while (running) {
      await recover({
        banks: [lab.nord, lab.sued],
        log: lab.log,
        olderThan: '0.05 seconds',
      });
      await sleep(20);
    }
  })();
  await Promise.allSettled(
    Array.from({ length: 8 }, (_, i) => move(`t${i}`, 1, dieAt(points[i % 4]))),
  );
  running = false;
  await recovering;
  await recoverAll();
  const { nord, sued, inDoubt } = await look(lab);
  assert.equal(nord + sued, 16);
  assert.equal(inDoubt, 0);
  const sql = 'SELECT count(*)::int AS n FROM booking';
  for (const [bank, units] of [
    [lab.nord, 12 - nord],
    [lab.sued, sued - 4],
  ])
    assert.equal((await bank.pool.query(sql)).rows[0].n, units);
});

test('only an unknown transaction counts as finished', async () => {
  const gid = 'transfer/unknown';
  await finish(lab.nord, gid, 'commit');
  const query = async () => {
    throw Object.assign(new Error('shutting down'), { code: '57P01' });
  };
  for (const call of [
    (bank) => finish(bank, gid, 'commit'),
    (bank) => prepare(bank, gid, { id: 't1', change: 1 }),
  ]) {
    let released;
    const release = (error) => (released = error);
    const pool = { connect: async () => ({ query, release }) };
    await assert.rejects(call({ name: 'nord', pool }), /shutting/);
    assert.ok(released instanceof Error, 'the connection is not used again');
  }
});
