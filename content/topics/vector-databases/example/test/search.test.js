import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { MODEL, openCases, queries } from '../dev/cases.js';
import { recall, search } from '../src/search.js';

let db;
before(async () => {
  db = await openCases();
  await db.exec(`CREATE INDEX by_graph ON help_case
    USING hnsw (embedding vector_cosine_ops) WHERE model = 'toy-1'`);
});
after(() => db.close());

const indexed = { enable_sort: 'off' };
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
  const [nearest] = await search(db, query, {
    ...exact,
    enable_hashagg: 'off',
  });
  const close = { ...query, maxDistance: nearest.distance };
  assert.equal((await search(db, close, exact)).length, 1);
  assert.deepEqual(await search(db, { ...query, maxDistance: 0 }, exact), []);
  const { rows } = await db.query('SHOW enable_hashagg');
  assert.equal(rows[0].enable_hashagg, 'on');
});

test('a new model is added next to the old one, with an index of its own', async () => {
  const [query] = queries();
  const before = await search(db, query, exact);
  await db.exec(`INSERT INTO help_case
    SELECT id, tenant, 'toy-2', embedding * embedding FROM help_case;
    CREATE INDEX by_graph_2 ON help_case
      USING hnsw (embedding vector_cosine_ops) WHERE model = 'toy-2'`);
  assert.deepEqual(await search(db, query, exact), before);
  const some = queries();
  assert.ok((await recall(db, some, indexed)) > 0.9);
  const other = some.map((one) => ({ ...one, model: 'toy-2' }));
  assert.ok((await recall(db, other, indexed)) > 0.9);
  for (const one of other)
    assert.equal((await search(db, one, indexed)).length, 10);
  await db.exec("DELETE FROM help_case WHERE model = 'toy-2'");
});

test('the index is used only with its operator, ascending, and a limit', async () => {
  const [{ embedding }] = queries();
  const usesIndex = (order, limit = 'LIMIT 10') =>
    db.transaction(async (tx) => {
      await tx.exec(
        'SET LOCAL enable_seqscan = off; SET LOCAL enable_sort = off',
      );
      const sql = `EXPLAIN SELECT id FROM help_case WHERE model = '${MODEL}'
        ORDER BY ${order} ${limit}`;
      const { rows } = await tx.query(sql);
      return JSON.stringify(rows).includes('by_graph');
    });
  const value = `'${JSON.stringify(embedding)}'`;
  assert.equal(await usesIndex(`embedding <=> ${value}`), true);
  assert.equal(await usesIndex(`embedding <-> ${value}`), false);
  assert.equal(await usesIndex(`1 - (embedding <=> ${value}) DESC`), false);
});

test('another dimension and what is not a number are errors', async () => {
  for (const embedding of [[1, 2], Array(16).fill(NaN), Array(16).fill(0)])
    await assert.rejects(async () =>
      search(db, { embedding, model: MODEL, tenant: 0 }),
    );
});

test('a vector without a direction is not stored', async () => {
  const zeros = JSON.stringify(Array(16).fill(0));
  const sql = 'INSERT INTO help_case VALUES (9999, 0, $1, $2)';
  await assert.rejects(db.query(sql, [MODEL, zeros]), { code: '23514' });
});

test('a recall without any neighbor is an error', async () => {
  await assert.rejects(recall(db, queries({ tenant: 77 }), exact), RangeError);
});
