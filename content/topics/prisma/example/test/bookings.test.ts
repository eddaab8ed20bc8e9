import assert from 'node:assert/strict';
import { once } from 'node:events';
import { type AddressInfo, connect, createServer } from 'node:net';
import { after, before, beforeEach, test } from 'node:test';
import { migrations, run, startDatabase } from '../dev/database.ts';
import { book, week } from '../src/bookings.ts';
import { createClient, type Db } from '../src/db.ts';
import * as firstTry from '../src/first-try.ts';

let server: Awaited<ReturnType<typeof startDatabase>>;
let db: Db;
let queries: string[] = [];

before(async () => {
  server = await startDatabase();
  await run(server.url, migrations);
  db = createClient(server.url);
  db.$on('query', ({ query }) => queries.push(query));
});

after(async () => {
  await db?.$disconnect();
  await server?.stop();
});

beforeEach(async () => {
  await db.booking.deleteMany();
  await db.lesson.deleteMany();
  await db.tutor.deleteMany();
});

async function addLesson(seats: number) {
  const lesson = await db.lesson.create({
    data: {
      topic: 'Numbers',
      startsAt: new Date('2026-12-01T09:00:00Z'),
      seats,
      tutor: { create: { name: 'Ada' } },
    },
  });
  return lesson.id;
}

const students = Array.from({ length: 20 }, (_, n) => `student-${n}`);
const stateOf = (id: number) =>
  db.lesson.findUniqueOrThrow({
    where: { id },
    select: { taken: true, _count: { select: { bookings: true } } },
  });

test('the first try sells more seats than there are', async () => {
  const id = await addLesson(3);
  await Promise.all(students.map((name) => firstTry.book(db, id, name)));
  assert.ok((await stateOf(id))._count.bookings > 3);
});

// #region race
test('20 students at once get exactly 3 seats', async () => {
  const id = await addLesson(3);
  const outcomes = await Promise.all(
    students.map((name) => book(db, id, name)),
  );
  assert.equal(outcomes.filter((outcome) => outcome === 'booked').length, 3);
  assert.equal(outcomes.filter((outcome) => outcome === 'full').length, 17);
  assert.deepEqual(await stateOf(id), { taken: 3, _count: { bookings: 3 } });
});
// #endregion race

test('a repeated booking takes one seat, also if both run at once', async () => {
  const id = await addLesson(3);
  const twice = [book(db, id, 'ida'), book(db, id, 'ida')];
  assert.deepEqual(await Promise.all(twice), ['booked', 'booked']);
  assert.equal(await book(db, id, 'ida'), 'booked');
  assert.deepEqual(await stateOf(id), { taken: 1, _count: { bookings: 1 } });
});

test('another unique constraint does not count as booked', async (t) => {
  const [first, second] = [await addLesson(3), await addLesson(3)];
  await run(server.url, ['CREATE UNIQUE INDEX once ON "Booking"(student)']);
  t.after(() => run(server.url, ['DROP INDEX once']));
  assert.equal(await book(db, first, 'ida'), 'booked');
  await assert.rejects(book(db, second, 'ida'), { code: 'P2002' });
  assert.deepEqual(await stateOf(second), {
    taken: 0,
    _count: { bookings: 0 },
  });
});

test('a lesson that does not exist', async () => {
  assert.equal(await book(db, 999, 'ida'), 'unknown');
  await assert.rejects(book(db, 'one' as never, 'ida'));
});

test('the table refuses what the code forgets', async () => {
  const id = await addLesson(3);
  const tooMany = db.lesson.update({ where: { id }, data: { taken: 4 } });
  await assert.rejects(tooMany, /Lesson_taken_check/);
});

// #region count
test('a week of lessons takes two statements for any number of tutors', async () => {
  const at = (day: number) => new Date(Date.UTC(2026, 11, day, 9));
  for (const tutors of [3, 130]) {
    for (let n = 0; n < tutors; n += 1) {
      const lesson = { topic: `T${n}`, startsAt: at(2), seats: 5 };
      await db.tutor.create({
        data: { name: `Tutor ${n}`, lessons: { create: [lesson] } },
      });
    }
    queries = [];
    const rows = await week(db, at(1), at(8));
    assert.ok(rows.every(({ lessons }) => lessons.length === 1));
    assert.equal(queries.length, 2);
    assert.equal(rows.length, await db.tutor.count());
  }
});
// #endregion count

test('the week leaves out lessons outside of it', async () => {
  await addLesson(3); // on December 1 at 9:00
  const count = async (from: string, to: string) =>
    (await week(db, new Date(from), new Date(to)))[0]?.lessons.length;
  assert.equal(await count('2026-12-02', '2026-12-09'), 0);
  assert.equal(await count('2026-11-24', '2026-12-01'), 0);
  assert.equal(await count('2026-12-01', '2026-12-08'), 1);
});

test('waiting for a connection ends after five seconds', async () => {
  let release = () => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  const other = createClient(server.url);
  const holders = Array.from({ length: 10 }, () =>
    other.$transaction(() => released, { timeout: 20_000 }),
  );
  const start = performance.now();
  await new Promise((resolve) => setTimeout(resolve, 500));
  const waiting = other.tutor.count().then(
    () => 'counted',
    () => 'refused',
  );
  const limit = new Promise((resolve) => setTimeout(resolve, 8_000, 'waits'));
  const outcome = await Promise.race([waiting, limit]);
  release();
  await Promise.all(holders);
  await other.$disconnect();
  assert.equal(outcome, 'refused');
  assert.ok(performance.now() - start < 9_000);
});

// #region locked
test('a statement that waits for a lock ends after five seconds', async () => {
  const id = await addLesson(3);
  const other = createClient(server.url);
  await other.$transaction(
    async (tx) => {
      await tx.$queryRaw`SELECT 1 FROM "Lesson" WHERE id = ${id} FOR UPDATE`;
      const start = performance.now();
      await assert.rejects(
        db.lesson.update({ where: { id }, data: { seats: 5 } }),
        /57014/, // the server has stopped it
      );
      assert.ok(performance.now() - start < 8_000);
    },
    { timeout: 20_000 },
  );
  await other.$disconnect();
});
// #endregion locked

test('a rush over a slow network: every student gets an answer', async (t) => {
  const { url, close } = await proxyTo(server.url, { delay: 10 });
  t.after(close);
  for (const maxWait of [5_000, 200]) {
    const id = await addLesson(3);
    const far = createClient(url, maxWait);
    const all = Array.from({ length: 150 }, (_, n) => book(far, id, `s-${n}`));
    const outcomes = await Promise.all(all);
    await far.$disconnect();
    assert.equal(outcomes.includes('busy'), maxWait === 200);
    const booked = outcomes.filter((outcome) => outcome === 'booked').length;
    if (maxWait === 5_000) assert.equal(booked, 3);
    const state = { taken: booked, _count: { bookings: booked } };
    assert.deepEqual(await stateOf(id), state);
  }
});

test('a database that falls silent does not hold a query forever', async (t) => {
  const proxy = await proxyTo(server.url);
  t.after(proxy.close);
  const other = createClient(proxy.url);
  assert.equal(await other.tutor.count(), 0);
  proxy.silence();
  await assert.rejects(other.tutor.count(), /timeout/i);
});

async function proxyTo(target: string, { delay = 0 } = {}) {
  const { hostname, port } = new URL(target);
  let isSilent = false;
  const proxy = createServer((client) => {
    const upstream = connect(Number(port), hostname);
    const later = (run: () => void) => setTimeout(run, delay);
    client.on('data', (data) => later(() => upstream.write(data)));
    upstream.on('data', (data) => {
      if (!isSilent) later(() => client.write(data));
    });
    upstream.on('error', () => {});
    client.on('error', () => {});
    client.on('close', () => later(() => upstream.destroy()));
  }).listen(0, '127.0.0.1');
  await once(proxy, 'listening');
  const url = new URL(target);
  url.port = String((proxy.address() as AddressInfo).port);
  const silence = () => {
    isSilent = true;
  };
  return { url: url.href, silence, close: () => proxy.close() };
}
