import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { after, before, beforeEach, test } from 'node:test';
import { startDatabase } from '../dev/database.ts';
import {
  BadSort,
  closeJob,
  countJobs,
  doableWith,
  searchJobs,
  titleContains,
  type Search,
} from '../src/jobs.ts';

let started: Awaited<ReturnType<typeof startDatabase>>;
before(async () => {
  started = await startDatabase();
});
after(() => started.stop());
beforeEach(() => {
  started.sent.length = 0;
});

const ids = async (search: Search) =>
  (await searchJobs(started.db, search)).map((job) => job.id);

// #region combinations
test('each combination of filters returns what a plain filter would', async () => {
  const all = await started.db.selectFrom('job').selectAll().execute();
  for (const city of [undefined, 'Oslo', 'Rome', "O'Hara"])
    for (const minSalary of [undefined, 0, 47_000])
      for (const remote of [undefined, true, false]) {
        const expected = all.filter(
          (job) =>
            (city === undefined || job.city === city) &&
            (minSalary === undefined || job.salary >= minSalary) &&
            (remote === undefined || job.remote === remote),
        );
        assert.deepEqual(
          new Set(await ids({ city, minSalary, remote })),
          new Set(expected.map((job) => job.id)),
        );
      }
});
// #endregion combinations

test('values never become part of the text', async () => {
  const hostile = "x' OR ''='";
  assert.deepEqual(await ids({ city: hostile }), []);
  assert.ok(!started.sent[0]?.sql.includes("'"));
  assert.deepEqual(started.sent[0]?.parameters, [hostile, 20]);
});

test('only listed sorts are accepted', async () => {
  assert.deepEqual(await ids({ sort: 'best-paid' }), [2, 3, 1, 4]);
  for (const sort of ['salary', 'title; --', 'toString', '__proto__', ''])
    await assert.rejects(ids({ sort }), BadSort);
});

test('a title is searched as it is typed', async () => {
  const find = async (text: string) =>
    (
      await titleContains(
        started.db.selectFrom('job').select('id'),
        text,
      ).execute()
    ).map((job) => job.id);
  assert.deepEqual(await find('100%'), [4]);
  assert.deepEqual(await find('1%0'), []);
  assert.deepEqual(await find('_'), []);
  assert.deepEqual(await find('\\'), []);
  assert.deepEqual(await find('EDIT'), [2]);
});

test('equal values have an order, and a backslash is only a backslash', async () => {
  const same = { company_id: 9, city: 'Rome', salary: 60_000, remote: true };
  const titles = ['dev', 'C:\\dev', 'dev'];
  const jobs = titles.map((title, i) => ({ id: 11 + i, title, ...same }));
  await started.db.insertInto('job').values(jobs).execute();
  try {
    const rome = { city: 'Rome' };
    assert.deepEqual(await ids({ ...rome, sort: 'best-paid' }), [13, 12, 11]);
    assert.deepEqual(await ids(rome), [12, 11, 13]);
    const all = started.db.selectFrom('job').select('id');
    const found = await titleContains(all, '\\dev').execute();
    assert.deepEqual(found, [{ id: 12 }]);
  } finally {
    await started.db.deleteFrom('job').where('id', '>', 10).execute();
  }
});

test('skills may be an empty list', async () => {
  const find = async (skills: string[]) =>
    (
      await doableWith(started.db.selectFrom('job').select('id'), skills)
        .orderBy('id')
        .execute()
    ).map((job) => job.id);
  assert.deepEqual(await find([]), [1, 3]);
  assert.deepEqual(await find(['english']), [1, 3, 4]);
  assert.deepEqual(await find(['english', 'writing']), [1, 2, 3, 4]);
});

test('an empty list for IN is a syntax error in PostgreSQL', async () => {
  await assert.rejects(
    started.db.selectFrom('job').select('id').where('id', 'in', []).execute(),
    { code: '42601' },
  );
});

test('a call whose result is dropped changes nothing', async () => {
  const query = started.db.selectFrom('job').select('id');
  query.where('remote', '=', true);
  assert.equal((await query.execute()).length, 4);
});

test('closing a job needs both parts of the key', async () => {
  const missing = { companyId: 7 } as { companyId: number; id: number };
  assert.equal(await closeJob(started.db, missing).catch(() => false), false);
  assert.equal(await closeJob(started.db, { companyId: 8, id: 1 }), false);
  assert.equal((await ids({})).length, 4);
  const other = await started.db
    .insertInto('job')
    .values({
      id: 5,
      company_id: 8,
      title: 'Cook',
      city: 'Turin',
      salary: 40_000,
      remote: false,
    })
    .executeTakeFirst();
  assert.equal(other?.numInsertedOrUpdatedRows, 1n);
  assert.equal(await closeJob(started.db, { companyId: 8, id: 5 }), true);
  assert.equal((await ids({})).length, 4);
});

test('the types describe the tables', () => {
  const { status } = spawnSync('node', ['dev/types.ts', '--verify']);
  assert.equal(status, 0);
});

test('a count is a number at run time, too', async () => {
  assert.equal((await countJobs(started.db)) + 1, 5);
  const { count } = await started.db
    .selectFrom('job')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  assert.equal(count + 1, '41'); // the type is a claim, not a conversion
});
