// Runs the same input through the vulnerable and the repaired functions.
import pg from 'pg';
import { startDatabase } from '../dev/database.js';
import * as repaired from '../src/exhibits.js';
import * as vulnerable from '../src/vulnerable.js';

const steal = `' UNION SELECT 0, name || ' ' || password_hash FROM employee --`;
const attempts = [
  ['an honest title', (the, db) => the.search(db, `O'Keefe at Work`)],
  ['UNION', (the, db) => the.search(db, steal)],
  ['a number', (the, db) => the.byId(db, '1 OR true')],
  ['a list', (the, db) => the.byIds(db, ['0', '0) OR (true'])],
  [
    'a sort',
    (the, db) => the.sorted(db, '(SELECT password_hash FROM employee)::int'),
  ],
  ['a key', (the, db) => the.update(db, '1', { 'year = 0, title': 'Oops' })],
  ['a stored name', (the, db) => the.countPerRoom(db)],
  ['two statements', (the, db) => the.search(db, `'; DROP TABLE employee; --`)],
];

const database = await startDatabase();
const db = new pg.Client({ connectionString: database.url });
await db.connect();
for (const [name, attempt] of attempts) {
  console.log(name);
  console.log('  pasted  ', await outcome(() => attempt(vulnerable, db)));
  console.log('  repaired', await outcome(() => attempt(repaired, db)));
}
const left = await db.query(`SELECT to_regclass('employee') AS employee`);
console.log('employee is now', left.rows[0].employee);
await db.end();
await database.stop();

async function outcome(run) {
  try {
    const result = await run();
    if (Array.isArray(result) && result[0]?.command) {
      return result.map(({ command }) => command).join(', ');
    }
    if (result.command === 'UPDATE') return `UPDATE ${result.rowCount}`;
    return JSON.stringify(result.rows ?? result);
  } catch (error) {
    return `${error.constructor.name}: ${error.message}`;
  }
}
