import assert from 'node:assert/strict';
import { once } from 'node:events';
import { after, before, beforeEach, test } from 'node:test';
import pg from 'pg';
import { startDatabase } from '../dev/database.js';
import { createApp } from '../src/app.js';
import { orders, parseQuery, toSql } from '../src/query.js';

let database, pool, server, base;
before(async () => {
  database = await startDatabase();
  pool = new pg.Pool({ connectionString: database.url });
  server = createApp(pool).listen(0, '127.0.0.1');
  await once(server, 'listening');
  base = `http://127.0.0.1:${server.address().port}`;
});
after(async () => {
  server.close();
  await pool.end();
  await database.stop();
});
// 300 sightings; ten of them at each time, and only a few sizes of flocks.
beforeEach(async () => {
  await pool.query('TRUNCATE sightings RESTART IDENTITY');
  await pool.query(`
    INSERT INTO sightings (species, seen_at, birds)
    SELECT CASE WHEN n % 3 = 0 THEN 'gull' ELSE 'heron' END,
           timestamptz '2026-04-01 06:00:00.123456Z' + n / 10 * interval '1 microsecond',
           n % 7
    FROM generate_series(1, 300) AS n`);
});

async function get(query) {
  const res = await fetch(`${base}/sightings?${new URLSearchParams(query)}`);
  return {
    status: res.status,
    link: res.headers.get('link'),
    ...(await res.json()),
  };
}
async function* pages(query) {
  for (let pageToken; ;) {
    const page = await get({ ...query, ...(pageToken && { pageToken }) });
    assert.equal(page.status, 200);
    yield page.items;
    pageToken = page.nextPageToken;
    if (!pageToken) return;
  }
}
async function walk(query, between = () => {}) {
  const ids = [];
  for await (const items of pages(query)) {
    ids.push(...items.map(({ id }) => id));
    assert.ok(ids.length < 1000, 'the list never ends');
    await between(ids);
  }
  return ids;
}
const idsIn = async (text) =>
  (await pool.query(`SELECT id FROM sightings ${text}`)).rows.map(
    ({ id }) => id,
  );

// #region ties
test('all pages together are the whole list, ties included', async () => {
  const cases = [
    [{}, 'ORDER BY seen_at DESC, id DESC'],
    [{ sort: '-birds' }, 'ORDER BY birds DESC, id DESC'],
    [
      { species: 'gull', sort: '-birds' },
      "WHERE species = 'gull' ORDER BY birds DESC, id DESC",
    ],
  ];
  for (const [query, text] of cases) {
    const expected = await idsIn(text);
    for (const pageSize of ['7', '100']) {
      assert.deepEqual(await walk({ ...query, pageSize }), expected);
    }
  }
});
// #endregion ties

// #region moving
test('rows that come and go repeat and hide no others', async () => {
  const atStart = await idsIn('');
  const deleted = new Set();
  const ids = await walk({ pageSize: '10' }, async (seen) => {
    await pool.query(`
      INSERT INTO sightings (species, seen_at, birds)
      VALUES ('gull', now(), 1), ('gull', '2026-04-01 06:00Z', 1)`);
    const victim = atStart[Math.floor(Math.random() * atStart.length)];
    await pool.query('DELETE FROM sightings WHERE id = $1', [victim]);
    deleted.add(victim);
    assert.equal(new Set(seen).size, seen.length, 'a row came twice');
  });
  const missing = atStart.filter((id) => !ids.includes(id) && !deleted.has(id));
  assert.deepEqual(missing, []);
});
// #endregion moving

test('seenAfter leaves out that second and everything before', async () => {
  const { rows } = await pool.query(`
    INSERT INTO sightings (species, seen_at, birds)
    VALUES ('gull', '2026-04-02 06:00:00Z', 1), ('gull', '2026-04-02 06:00:01Z', 1)
    RETURNING id`);
  const ids = await walk({ seenAfter: '2026-04-02T06:00:00Z' });
  assert.deepEqual(ids, [rows[1].id]);
});

test('a token is good for the same filters in another order', async () => {
  const species = 'gull';
  const seenAfter = '2026-01-01T00:00:00Z';
  const { nextPageToken: pageToken } = await get({
    species,
    seenAfter,
    pageSize: '1',
  });
  const { status } = await get({ seenAfter, species, pageToken });
  assert.ok(pageToken);
  assert.equal(status, 200);
});

test('a token is refused with another sort order', async () => {
  const { nextPageToken: pageToken } = await get({ species: 'gull' });
  const { title } = await get({ species: 'gull', sort: '-birds', pageToken });
  assert.equal(title, 'pageToken belongs to another sort or filter');
});

// #region bad
test('what is not offered is refused, with a reason', async () => {
  const { nextPageToken } = await get({ species: 'gull' });
  const forged = Buffer.from('["now()","1","x"]').toString('base64url');
  const cases = [
    [{ speceis: 'gull' }, 'there is no parameter speceis'],
    [{ sort: 'id; DROP TABLE sightings' }, 'sort is one of -seenAt, -birds'],
    [{ sort: 'toString' }, 'sort is one of -seenAt, -birds'],
    [{ pageSize: '0' }, 'pageSize is a number from 1 to 9999'],
    [{ seenAfter: 'yesterday' }, 'seenAfter is not valid'],
    [{ seenAfter: '2026-99-01T00:00:00Z' }, 'a value is not valid'],
    [
      { sort: '-birds', seenAfter: '2026-04-01T00:00:00Z' },
      "seenAfter can't be combined with sort=-birds",
    ],
    [{ pageToken: '' }, 'pageToken is not valid'],
    [{ pageToken: 'zzz' }, 'pageToken is not valid'],
    [{ pageToken: 'bnVsbA' }, 'pageToken is not valid'],
    [
      { pageToken: nextPageToken },
      'pageToken belongs to another sort or filter',
    ],
    [{ pageToken: forged }, 'pageToken belongs to another sort or filter'],
  ];
  for (const [query, title] of cases) {
    assert.deepEqual(await get(query), { status: 400, link: null, title });
  }
});
// #endregion bad

test('a forged position is refused, and is not our fault', async () => {
  const { nextPageToken } = await get({});
  const content = JSON.parse(Buffer.from(nextPageToken, 'base64url'));
  for (const position of ['\u0000', 'yesterday or so']) {
    const forged = JSON.stringify([position, ...content.slice(1)]);
    const pageToken = Buffer.from(forged).toString('base64url');
    assert.equal((await get({ pageToken })).status, 400);
  }
});

test('a page is never larger than 100', async () => {
  assert.equal((await get({ pageSize: '9999' })).items.length, 100);
});

test('the Link header leads to the next page', async () => {
  const first = await get({ species: 'gull', pageSize: '2' });
  const [, path] = /<(.*)>; rel="next"/.exec(first.link);
  const second = await (await fetch(base + path)).json();
  assert.deepEqual(
    [...first.items, ...second.items].map(({ id }) => id),
    await idsIn(
      "WHERE species = 'gull' ORDER BY seen_at DESC, id DESC LIMIT 4",
    ),
  );
  const last = await get({
    species: 'gull',
    seenAfter: '2030-01-01T00:00:00Z',
  });
  assert.deepEqual(last, { status: 200, link: null, items: [] });
});

const subsetsOf = (names) =>
  names.reduce((all, name) => [...all, ...all.map((s) => [...s, name])], [[]]);

// #region plans
test('every sort and filter reads an index from the right place', async () => {
  await pool.query(`
    INSERT INTO sightings (species, seen_at, birds)
    SELECT CASE WHEN n % 200 = 0 THEN 'gull' ELSE 'heron' END,
           timestamptz '2026-01-01Z' + n * interval '1 minute', n % 50
    FROM generate_series(1, 50000) AS n`);
  await pool.query('ANALYZE sightings');
  const after = { '-seenAt': '2026-01-20Z', '-birds': '25' };
  const value = { species: 'gull', seenAfter: '2026-01-10T00:00:00Z' };
  for (const [sort, { filters }] of Object.entries(orders)) {
    for (const names of subsetsOf(filters)) {
      const filter = Object.fromEntries(names.map((n) => [n, value[n]]));
      const plan = parseQuery({ sort, ...filter });
      plan.after = { position: after[sort], id: '20000' };
      const { text, values } = toSql(plan);
      const { rows } = await pool.query(`EXPLAIN ${text}`, values);
      const lines = rows.map((row) => row['QUERY PLAN']).join('\n');
      assert.match(lines, /Index Cond: .*ROW\(/, lines);
      assert.doesNotMatch(lines, /Sort|Filter/, lines);
    }
  }
});
// #endregion plans
