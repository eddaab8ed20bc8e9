import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  meetAfterFirstStatement,
  openLab,
  reset,
  twoFiles,
} from '../dev/lab.js';
import {
  addCounts,
  addCountsInOrder,
  addLine,
  addLineParentFirst,
  repack,
  repackInOrder,
} from '../src/stock.js';
import { inTransaction, withRetry } from '../src/transaction.js';

let lab;
before(async () => (lab = await openLab()));
after(() => lab.close());
beforeEach(() => reset(lab.pool));

/** Runs all at once; returns 'done' or the SQLSTATE of each, sorted. */
async function atOnce(...works) {
  const results = await Promise.allSettled(works.map((work) => work()));
  return results
    .map(({ status, reason }) => {
      if (status === 'rejected' && !reason.code) throw reason;
      return status === 'fulfilled' ? 'done' : reason.code;
    })
    .sort();
}

async function stock() {
  const { rows } = await lab.pool.query('SELECT * FROM stock');
  return Object.fromEntries(rows.map(({ article, n }) => [article, n]));
}

async function pieces() {
  const { rows } = await lab.pool.query('SELECT pieces FROM delivery');
  return rows[0].pieces;
}

const boltsToNuts = { from: 'bolt', to: 'nut', n: 2 };
const nutsToBolts = { from: 'nut', to: 'bolt', n: 5 };

const run = (method, meet, input) => () =>
  inTransaction(lab.pool, (client) => method(meet(client), input));

test('two updates in opposite orders: one is the victim', async () => {
  const meet = meetAfterFirstStatement();
  assert.deepEqual(
    await atOnce(
      run(repack, meet, boltsToNuts),
      run(repack, meet, nutsToBolts),
    ),
    ['40P01', 'done'],
  );
  const { bolt, nut } = await stock();
  assert.equal(bolt + nut, 130);
});

test('in the order of the articles, both succeed', async () => {
  const meet = meetAfterFirstStatement();
  assert.deepEqual(
    await atOnce(
      run(repackInOrder, meet, boltsToNuts),
      run(repackInOrder, meet, nutsToBolts),
    ),
    ['done', 'done'],
  );
  assert.deepEqual(await stock(), { bolt: 53, nut: 77 });
});

test('a repack and an import agree on the order of bolt and Bolt', async () => {
  const articles = ['bolt-7', 'Bolt-8'];
  const counts = articles.map((article) => ({ article, n: 5 }));
  for (const count of counts.toReversed())
    // so that the table isn't sorted
    await inTransaction(lab.pool, (c) => addCountsInOrder(c, [count]));
  // Each waits for the first row that it locks; then both go on at once.
  const holders = await Promise.all(
    articles.map(async (article) => {
      const client = await lab.pool.connect();
      const sql = 'SELECT FROM stock WHERE article = $1 FOR UPDATE';
      await client.query('BEGIN');
      await client.query(sql, [article]);
      return client;
    }),
  );
  const outcome = atOnce(
    () => inTransaction(lab.pool, (c) => addCountsInOrder(c, counts)),
    () =>
      inTransaction(lab.pool, (c) =>
        repackInOrder(c, { from: 'bolt-7', to: 'Bolt-8', n: 1 }),
      ),
  );
  await sleep(200);
  for (const client of holders.reverse()) {
    await client.query('ROLLBACK');
    client.release();
    await sleep(50);
  }
  assert.deepEqual(await outcome, ['done', 'done']);
});

test('an unknown article or too few pieces change nothing', async () => {
  for (const [input, error] of [
    [{ ...boltsToNuts, to: 'nail' }, /no article nail/],
    [{ ...boltsToNuts, n: 51 }, { code: '23514' }],
  ])
    await assert.rejects(
      inTransaction(lab.pool, (client) => repackInOrder(client, input)),
      error,
    );
  assert.deepEqual(await stock(), { bolt: 50, nut: 80 });
});

test('two bulk imports in opposite orders deadlock', async () => {
  for (let round = 1; round <= 50; round += 1) {
    const outcome = await atOnce(
      ...twoFiles().map(
        (file) => () => inTransaction(lab.pool, (c) => addCounts(c, file)),
      ),
    );
    if (outcome.includes('40P01')) return;
  }
  assert.fail('no deadlock in 50 rounds');
});

test('sorted bulk imports never do, and add up', async () => {
  for (let round = 1; round <= 50; round += 1)
    assert.deepEqual(
      await atOnce(
        ...twoFiles().map(
          (file) => () =>
            inTransaction(lab.pool, (c) => addCountsInOrder(c, file)),
        ),
      ),
      ['done', 'done'],
    );
  const { bolt, nut, ...counted } = await stock();
  assert.equal(Object.keys(counted).length, 800);
  assert.ok(Object.values(counted).every((n) => n === 100));
});

test('sorted imports of different size do not deadlock either', async () => {
  const [small] = twoFiles();
  const more = Array.from({ length: 3000 }, (_, i) => ({
    article: `B-${i}`,
    n: 1,
  }));
  for (let round = 1; round <= 30; round += 1)
    assert.deepEqual(
      await atOnce(
        ...[small, [...more, ...small]].map(
          (file) => () =>
            inTransaction(lab.pool, (c) => addCountsInOrder(c, file)),
        ),
      ),
      ['done', 'done'],
    );
});

test('an article that a file names twice is added up', async () => {
  const file = [
    { article: 'bolt', n: 1 },
    { article: 'bolt', n: 2 },
  ];
  await assert.rejects(
    inTransaction(lab.pool, (client) => addCounts(client, file)),
    { code: '21000' },
  );
  await inTransaction(lab.pool, (client) => addCountsInOrder(client, file));
  assert.equal((await stock()).bolt, 53);
});

const lines = [
  { delivery: 1, article: 'bolt', n: 3 },
  { delivery: 1, article: 'nut', n: 4 },
];

test('locking the parent after the child deadlocks', async () => {
  const meet = meetAfterFirstStatement();
  assert.deepEqual(
    await atOnce(...lines.map((line) => run(addLine, meet, line))),
    ['40P01', 'done'],
  );
});

test('locking the parent first does not, and the sum is right', async () => {
  const meet = meetAfterFirstStatement();
  assert.deepEqual(
    await atOnce(...lines.map((line) => run(addLineParentFirst, meet, line))),
    ['done', 'done'],
  );
  assert.equal(await pieces(), 7);
  await inTransaction(lab.pool, async (client) => {
    await addCounts(client, [{ article: 'nail', n: 9 }]);
    const line = { delivery: 1, article: 'nail', n: 5 };
    await addLineParentFirst(client, line);
  });
  assert.equal(await pieces(), 12);
});

test('unique values in two orders deadlock', async () => {
  const meet = meetAfterFirstStatement();
  const insert = async (client, articles) => {
    for (const article of articles)
      await client.query('INSERT INTO stock VALUES ($1, 0)', [article]);
  };
  assert.ok(
    (
      await atOnce(
        run(insert, meet, ['K1', 'K2']),
        run(insert, meet, ['K2', 'K1']),
      )
    ).includes('40P01'),
  );
});

test('the victim runs again from BEGIN, and nothing is lost', async () => {
  const meet = meetAfterFirstStatement();
  let retries = 0;
  const retrying = (input) => () =>
    withRetry(lab.pool, (client) => repack(meet(client), input), {
      onRetry: () => (retries += 1),
    });
  assert.deepEqual(await atOnce(retrying(boltsToNuts), retrying(nutsToBolts)), [
    'done',
    'done',
  ]);
  assert.ok(retries >= 1);
  assert.deepEqual(await stock(), { bolt: 53, nut: 77 });
});

test('retries end, and only a deadlock is retried', async () => {
  for (const [code, expected] of [
    ['40P01', 4],
    ['23514', 1],
  ]) {
    let runs = 0;
    const work = async () => {
      runs += 1;
      throw Object.assign(new Error('from the test'), { code });
    };
    await assert.rejects(withRetry(lab.pool, work), { code });
    assert.equal(runs, expected);
  }
});

test('a hidden deadlock is not a success', async () => {
  const work = (client) => repack(client, { ...boltsToNuts, n: 51 });
  await assert.rejects(
    inTransaction(lab.pool, (client) => work(client).catch(() => {})),
    /hid a failed statement/,
  );
});

test('a cycle through a mutex ends with lock_timeout', async () => {
  let unlock;
  const mutex = new Promise((resolve) => (unlock = resolve));
  const waitsForMutex = inTransaction(lab.pool, async (client) => {
    await client.query("UPDATE stock SET n = 1 WHERE article = 'bolt'");
    await mutex;
  });
  await sleep(100);
  const holdsMutex = inTransaction(lab.pool, async (client) => {
    await client.query("SET LOCAL lock_timeout = '1500ms'");
    await client.query("UPDATE stock SET n = 2 WHERE article = 'bolt'");
  }).finally(unlock);
  await assert.rejects(holdsMutex, { code: '55P03' }); // no 40P01 after 1 s
  await waitsForMutex;
  assert.equal((await stock()).bolt, 1);
});

test('a terminated session ends its own transaction and nothing else', async () => {
  const crashes = []; // errors that would end the process
  const onCrash = (error) => crashes.push(error);
  process.on('uncaughtException', onCrash);
  try {
    await assert.rejects(
      inTransaction(lab.pool, async (client) => {
        await repack(client, boltsToNuts);
        const sql = 'SELECT pg_terminate_backend($1)';
        await lab.pool.query(sql, [client.processID]);
        await sleep(200);
        throw new Error('too late');
      }),
      /too late/,
    );
    assert.deepEqual(crashes, []);
  } finally {
    process.off('uncaughtException', onCrash);
  }
  await inTransaction(lab.pool, (client) => repack(client, boltsToNuts));
  assert.deepEqual(await stock(), { bolt: 48, nut: 82 });
});
