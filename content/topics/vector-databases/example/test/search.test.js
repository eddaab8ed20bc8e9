import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { MODEL, openCases, queries } from '../dev/cases.js';
import { recall, search } from '../src/search.js';

let db;
before(async () => {
  db = await openCases();
  await db.exec(`CREATE INDEX by_graph ON help_case
    USING hnsw (embedding vector_cosine_ops)`);
});
after(() => db.close());

const indexed = { enable_seqscan: 'off' };
const exact = { enable_indexscan: 'off' };

function cosineDistance(a, b) {
  const dot = (x, y) => x.reduce((sum, one, i) => sum + one * y[i], 0);
  return 1 - dot(a, b) / Math.sqrt(dot(a, a) * dot(b, b));
}

test('the exact search agrees with the formula', async () => {
  const [query] = queries();
  const { rows } = await db.query(
    'SELECT id, embedding::text FROM help_case WHERE tenant = 0',
  );
  const expected = rows
    .map(({ id, embedding }) => ({
      id,
      distance: cosineDistance(query.embedding, JSON.parse(embedding)),
    }))
    .sort((a, b) => a.distance - b.distance)
    .slice(0, 10);
  const found = await search(db, query, exact);
  assert.deepEqual(
    found.map(({ id }) => id),
    expected.map(({ id }) => id),
  );
  assert.ok(Math.abs(found[0].distance - expected[0].distance) < 1e-5);
});

test('the index finds nearly all true neighbors, with more candidates more', async () => {
  const some = queries();
  const measure = (ef) =>
    recall(db, some, { ...indexed, 'hnsw.ef_search': ef });
  const [few, many] = [await measure(10), await measure(400)];
  assert.ok(many > 0.97, `${many}`);
  assert.ok(few < many, `${few}`);
});

test('a filter after the index returns too few, an iterative scan does not', async () => {
  const some = queries({ tenant: 1 });
  const counts = async (scan) => {
    const settings = { ...indexed, 'hnsw.iterative_scan': scan };
    const all = [];
    for (const query of some)
      all.push((await search(db, query, settings)).length);
    return all;
  };
  assert.ok(Math.min(...(await counts('off'))) < 10);
  assert.equal(Math.min(...(await counts('strict_order'))), 10);
});

test("no search returns another tenant's case", async () => {
  for (const query of queries({ tenant: 1 }))
    for (const { id } of await search(db, query)) assert.equal(id % 100, 0);
});

test('a search without a tenant is refused', () => {
  const [query] = queries({ tenant: undefined });
  assert.throws(() => search(db, query), TypeError);
});

test('what is too far away is left out, and settings end with the search', async () => {
  const [query] = queries();
  const [nearest] = await search(db, query, { ...exact, enable_sort: 'off' });
  const close = { ...query, maxDistance: nearest.distance };
  assert.equal((await search(db, close, exact)).length, 1);
  assert.deepEqual(await search(db, { ...query, maxDistance: 0 }, exact), []);
  const { rows } = await db.query('SHOW enable_sort');
  assert.equal(rows[0].enable_sort, 'on');
});

test('vectors of another model are not compared', async () => {
  const [query] = queries();
  const values = [JSON.stringify(query.embedding)];
  await db.query("INSERT INTO help_case VALUES (9999, 0, 'toy-2', $1)", values);
  const ids = (await search(db, query, exact)).map(({ id }) => id);
  assert.equal(ids.includes(9999), false);
  const other = await search(db, { ...query, model: 'toy-2' }, exact);
  assert.deepEqual(
    other.map(({ id }) => id),
    [9999],
  );
  await db.query('DELETE FROM help_case WHERE id = 9999');
});

test('the index is used only with its operator, ascending, and a limit', async () => {
  const [{ embedding }] = queries();
  const usesIndex = (order, limit = 'LIMIT 10') =>
    db.transaction(async (tx) => {
      await tx.query('SET LOCAL enable_seqscan = off');
      const sql = `EXPLAIN SELECT id FROM help_case ORDER BY ${order} ${limit}`;
      const { rows } = await tx.query(sql);
      return JSON.stringify(rows).includes('by_graph');
    });
  const value = `'${JSON.stringify(embedding)}'`;
  assert.equal(await usesIndex(`embedding <=> ${value}`), true);
  assert.equal(await usesIndex(`embedding <-> ${value}`), false);
  assert.equal(await usesIndex(`1 - (embedding <=> ${value}) DESC`), false);
});

test('another dimension and what is not a number are errors', async () => {
  for (const embedding of [[1, 2], Array(16).fill(NaN), 'text'])
    await assert.rejects(search(db, { embedding, model: MODEL, tenant: 0 }));
});
