import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import pg from 'pg';
import { startDatabase } from '../dev/database.js';
import * as repaired from '../src/exhibits.js';
import * as vulnerable from '../src/vulnerable.js';

let database;
let db;
before(async () => {
  database = await startDatabase();
  db = new pg.Client({ connectionString: database.url });
  await db.connect();
});
after(async () => {
  await db?.end();
  await database?.stop();
});
beforeEach(() =>
  db.query(`
    TRUNCATE exhibit;
    INSERT INTO exhibit VALUES
      (1, 'Winter Harbor', 1881, 'North wing'),
      (2, 'O''Keefe at Work', 1926, 'Studio'),
      (3, '100% Cotton', 1968, 'Studio')`),
);

const steal = `' UNION SELECT 0, name || ' ' || password_hash FROM employee --`;
const titles = ({ rows }) => rows.map(({ title }) => title);

test('a search finds titles with an apostrophe, and only those', async () => {
  await assert.rejects(vulnerable.search(db, "O'Keefe at Work"), {
    code: '42601',
  });
  const found = await repaired.search(db, "O'Keefe at Work");
  assert.deepEqual(titles(found), ["O'Keefe at Work"]);
});

test('a search returns no row of another table', async () => {
  assert.match(titles(await vulnerable.search(db, steal))[0], /argon2id/);
  assert.deepEqual((await repaired.search(db, steal)).rows, []);
});

test('an ID is a number and nothing else', async () => {
  assert.equal((await vulnerable.byId(db, '1 OR true')).rowCount, 3);
  for (const id of [
    '1 OR true',
    '1;',
    '01',
    '0',
    '-1',
    '1e1',
    '9999999999',
    '',
  ]) {
    assert.throws(() => repaired.byId(db, id), repaired.BadRequest, id);
  }
  assert.equal((await repaired.byId(db, '2')).rowCount, 1);
});

test('a list of IDs is one value', async () => {
  const attack = ['0', '0) OR (true'];
  assert.equal((await vulnerable.byIds(db, attack)).rowCount, 3);
  assert.throws(() => repaired.byIds(db, attack), repaired.BadRequest);
  assert.equal((await repaired.byIds(db, ['3', '1'])).rowCount, 2);
  assert.equal((await repaired.byIds(db, [])).rowCount, 0);
  assert.equal((await repaired.byIds(db, '2')).rowCount, 1); // ?id=2
  assert.throws(() => repaired.byIds(db, undefined), repaired.BadRequest);
});

test('an order is one of three', async () => {
  const attack = '(SELECT password_hash FROM employee)::int';
  await assert.rejects(vulnerable.sorted(db, attack), /argon2id/);
  for (const sort of [attack, 'year', 'constructor', '']) {
    await assert.rejects(repaired.sorted(db, sort), repaired.BadRequest, sort);
  }
  assert.equal(titles(await repaired.sorted(db, 'oldest'))[0], 'Winter Harbor');
  assert.equal(titles(await repaired.sorted(db, 'newest'))[0], '100% Cotton');
  assert.equal(titles(await repaired.sorted(db, 'title'))[0], '100% Cotton');
});

test('an order passed as a parameter has no effect', async () => {
  const sort = (column) =>
    db.query('SELECT title FROM exhibit ORDER BY $1', [column]);
  assert.deepEqual(titles(await sort('title')), titles(await sort('nonsense')));
});

test('a search for percent signs and underscores takes them literally', async () => {
  assert.deepEqual(titles(await repaired.containing(db, '0% C')), [
    '100% Cotton',
  ]);
  await db.query(`INSERT INTO exhibit VALUES (4, 'A\\B', 1999, 'Studio')`);
  assert.deepEqual(titles(await repaired.containing(db, '\\B')), ['A\\B']);
  for (const text of ['_', 'W%r', '\\\\', '%%']) {
    assert.deepEqual(titles(await repaired.containing(db, text)), [], text);
  }
});

test('an update changes the editable columns and no others', async () => {
  const attack = { 'year = 0, title': 'Oops' };
  await vulnerable.update(db, '1', attack);
  assert.equal(
    (await db.query('SELECT year FROM exhibit WHERE id = 1')).rows[0].year,
    0,
  );
  const mixed = { title: 'Oops', id: '7' };
  for (const body of [attack, mixed, { constructor: 'x' }, {}]) {
    await assert.rejects(repaired.update(db, '1', body), repaired.BadRequest);
  }
  await repaired.update(db, '1', { year: 1882, title: "Ida's Harbor" });
  const { rows } = await db.query(
    'SELECT title, year FROM exhibit WHERE id = 1',
  );
  assert.deepEqual(rows, [{ title: "Ida's Harbor", year: 1882 }]);
});

test('a stored name stays a name', async () => {
  const attack = "x' OR '1'='1";
  assert.deepEqual((await vulnerable.countPerRoom(db))[1], [attack, 3]);
  assert.deepEqual((await repaired.countPerRoom(db))[1], [attack, 0]);
});

test('a statement with parameters is one statement', async () => {
  await assert.rejects(db.query('SELECT $1::text; SELECT 1', ['a']), {
    message: 'cannot insert multiple commands into a prepared statement',
  });
});

async function connectAs(t, connectionString) {
  const client = new pg.Client({ connectionString });
  await client.connect();
  t.after(() => client.end());
  return client;
}
const denied = { code: '42501' };

test('an injection with the role of the search changes nothing', async (t) => {
  const search = await connectAs(t, database.searchUrl);
  assert.equal((await repaired.search(search, 'Winter Harbor')).rowCount, 1);
  await assert.rejects(vulnerable.search(search, steal), denied);
  for (const sql of [
    `UPDATE exhibit SET title = 'Oops'`,
    'UPDATE exhibit SET year = 0',
    `INSERT INTO exhibit VALUES (4, 'Oops', 0, 'Studio')`,
    'DELETE FROM exhibit',
    'TRUNCATE exhibit',
    'DROP TABLE exhibit',
    'CREATE TABLE mine ()',
  ]) {
    const attack = vulnerable.search(search, `'; ${sql}; --`);
    await assert.rejects(attack, denied, sql);
  }
});

test('an injection with the role of the editor changes only what the editor may', async (t) => {
  const editor = await connectAs(t, database.editorUrl);
  await repaired.update(editor, '1', { title: 'Harbor', year: 1882 });
  await vulnerable.search(editor, `'; UPDATE exhibit SET year = 1883; --`);
  const { rows } = await db.query('SELECT DISTINCT year FROM exhibit');
  assert.deepEqual(rows, [{ year: 1883 }]); // this one isn't stopped

  await assert.rejects(vulnerable.search(editor, steal), denied);
  for (const sql of [
    'UPDATE exhibit SET id = 9',
    `UPDATE exhibit SET room = 'Oops'`,
    'DELETE FROM exhibit',
    'DROP TABLE exhibit',
  ]) {
    const attack = vulnerable.search(editor, `'; ${sql}; --`);
    await assert.rejects(attack, denied, sql);
  }
});
