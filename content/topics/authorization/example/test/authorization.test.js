import assert from 'node:assert/strict';
import { once } from 'node:events';
import { after, before, beforeEach, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { startDatabase } from '../dev/database.js';
import { school } from '../dev/school.js';
import { createApp } from '../src/app.js';
import { asUser } from '../src/as-user.js';
import { may, rules, visible } from '../src/policy.js';

let database;
let owner;
let pool;
let server;

before(async () => {
  database = await startDatabase();
  owner = new pg.Pool({ connectionString: database.ownerUrl });
  pool = new pg.Pool({ connectionString: database.url, max: 1 });
  server = createApp(pool).listen(0);
  await once(server, 'listening');
});
beforeEach(() => owner.query(school));
after(async () => {
  server.close();
  // `end` doesn't wait for the connections, so the database may end one first.
  for (const open of [pool, owner]) open.on('error', () => {});
  await Promise.all([pool.end(), owner.end()]);
  await database.stop();
});

async function send(user, method, path, body) {
  const url = `http://localhost:${server.address().port}${path}`;
  const headers = { 'x-user': user, 'content-type': 'application/json' };
  const res = await fetch(url, { method, headers, body });
  return { status: res.status, text: await res.text() };
}

// #region matrix
// GET and PUT for the grades 1041 to 1045. 1042 is closed; Paul is a teacher
// and a student; the teacher of 1045 has left and has no role anymore.
const matrix = {
  ines: ['200 403', '404 404', '200 403', '404 404', '404 404'],
  omar: ['404 404', '200 403', '404 404', '404 404', '200 403'],
  ruth: ['200 204', '200 403', '404 404', '200 204', '404 404'],
  paul: ['404 404', '404 404', '200 204', '200 403', '404 404'],
  kofi: ['200 204', '200 204', '200 204', '200 204', '200 204'],
  gone: ['404 404', '404 404', '404 404', '404 404', '404 404'],
};

for (const [user, row] of Object.entries(matrix)) {
  for (const [n, expected] of row.entries()) {
    const path = `/grades/${1041 + n}`;
    test(`${user} ${path}: GET and PUT ${expected}`, async () => {
      const read = await send(user, 'GET', path);
      const write = await send(user, 'PUT', path, '{"mark":"F"}');
      assert.equal(`${read.status} ${write.status}`, expected);

      const { rows } = await owner.query(
        'SELECT mark FROM grade WHERE id = $1',
        [1041 + n],
      );
      assert.equal(rows[0].mark === 'F', write.status === 204);
    });
  }
}
// #endregion matrix

// #region same
test('the query and the policy select the same grades', async () => {
  const grades = await owner.query('SELECT * FROM grade ORDER BY id');
  const users = await owner.query('SELECT id, roles FROM account');
  for (const user of users.rows) {
    // As the owner: row-level security would hide a difference.
    const listed = await owner.query(
      `SELECT * FROM grade WHERE ${visible} ORDER BY id`,
      [user.id, user.roles],
    );
    const allowed = grades.rows.filter((g) => may(user, 'grade:read', g));
    assert.deepEqual(listed.rows, allowed, user.id);
  }
});
// #endregion same

test('the list shows exactly the grades that can be opened', async () => {
  for (const [user, row] of Object.entries(matrix)) {
    const { text } = await send(user, 'GET', '/grades');
    const listed = JSON.parse(text).map(({ id }) => id);
    const open = row.flatMap((cell, n) => (cell[0] === '2' ? 1041 + n : []));
    assert.deepEqual(listed, open, user);
  }
});

test('the policy alone gives the matrix, without row-level security', async () => {
  const grades = await owner.query('SELECT * FROM grade ORDER BY id');
  const users = await owner.query('SELECT id, roles FROM account');
  for (const user of users.rows) {
    const cells = grades.rows.map((grade) => {
      if (!may(user, 'grade:read', grade)) return '404 404';
      return may(user, 'grade:write', grade) ? '200 204' : '200 403';
    });
    assert.deepEqual(cells, matrix[user.id], user.id);
  }
});

test('a mark that is none is a 400', async () => {
  for (const mark of ['Z', '', null, 7, ['A'], { A: 1 }]) {
    const body = JSON.stringify({ mark });
    const { status } = await send('kofi', 'PUT', '/grades/1041', body);
    assert.equal(status, 400, body);
  }
});

test('a hidden grade looks like one that does not exist', async () => {
  const hidden = await send('ines', 'GET', '/grades/1042');
  assert.deepEqual(hidden, await send('ines', 'GET', '/grades/9999'));
  assert.deepEqual(hidden, await send('ines', 'GET', '/grades/x'));
});

test('no one and an unknown user get 401', async () => {
  assert.equal((await send('', 'GET', '/grades/1041')).status, 401);
  assert.equal((await send('mallory', 'GET', '/grades')).status, 401);
});

test('a role that is taken away is gone with the next request', async () => {
  assert.equal((await send('kofi', 'GET', '/grades/1041')).status, 200);
  await owner.query(`UPDATE account SET roles = '{}' WHERE id = 'kofi'`);
  assert.equal((await send('kofi', 'GET', '/grades/1041')).status, 404);

  await owner.query(`UPDATE account SET roles = '{}' WHERE id = 'ines'`);
  assert.equal((await send('ines', 'GET', '/grades')).text, '[]');
});

test('a term that closes during the request is closed', async () => {
  const registrar = await owner.connect();
  await registrar.query('BEGIN');
  await registrar.query('UPDATE grade SET closed = true WHERE id = 1041');
  const late = send('ruth', 'PUT', '/grades/1041', '{"mark":"A"}');
  await sleep(300); // the request has read the grade, or waits for it
  await registrar.query('COMMIT');
  registrar.release();
  assert.equal((await late).status, 403);
});

test('a teacher can change the mark and nothing else', async () => {
  const body = '{"mark":"A","student":"omar","teacher":"ruth"}';
  assert.equal((await send('ruth', 'PUT', '/grades/1041', body)).status, 204);
  const { rows } = await owner.query('SELECT * FROM grade WHERE id = 1041');
  assert.equal(rows[0].student, 'ines');
  await assert.rejects(
    asUser(pool, { id: 'kofi' }, (db) =>
      db.query(`UPDATE grade SET student = 'omar'`),
    ),
    /permission denied/,
  );
});

test('an unknown action and an unknown role are refused', () => {
  const grade = { student: 'ines', teacher: 'ruth' };
  for (const action of ['grade:delete', 'constructor', '__proto__']) {
    for (const role of ['registrar', 'constructor', '__proto__']) {
      assert.equal(may({ id: 'ines', roles: [role] }, action, grade), false);
    }
  }
});

test('a rule that returns a promise is refused', () => {
  rules.set('teacher grade:print', async () => true);
  assert.equal(may({ id: 'ruth', roles: ['teacher'] }, 'grade:print'), false);
  rules.delete('teacher grade:print');
});

// #region rls
test('a forgotten WHERE shows too little instead of too much', async () => {
  const ids = 'SELECT array_agg(id ORDER BY id) AS ids FROM grade';
  const asInes = await asUser(pool, { id: 'ines' }, (db) => db.query(ids));
  assert.deepEqual(asInes.rows[0].ids, [1041, 1043]);

  // The same connection afterwards, without a user:
  const asNobody = await pool.query(ids);
  assert.equal(asNobody.rows[0].ids, null);

  const asOwner = await owner.query(ids); // policies don't apply to the owner
  assert.deepEqual(asOwner.rows[0].ids, [1041, 1042, 1043, 1044, 1045]);
});
// #endregion rls
