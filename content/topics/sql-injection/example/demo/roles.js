// The same attacks on the same vulnerable search, with two database roles.
import pg from 'pg';
import { startDatabase } from '../dev/database.js';
import { search } from '../src/vulnerable.js';

const attacks = [
  `' UNION SELECT 0, name || ' ' || password_hash FROM employee --`,
  `'; UPDATE exhibit SET title = 'Oops'; --`,
  `'; DELETE FROM exhibit; --`,
  `'; DROP TABLE exhibit; --`,
];

const database = await startDatabase();
await attackAs('search', database.searchUrl);
await attackAs('editor', database.editorUrl);
await database.stop();

async function attackAs(role, connectionString) {
  console.log(`As ${role}:`);
  const db = new pg.Client({ connectionString });
  await db.connect();
  for (const title of attacks) {
    console.log(`  ${title}`);
    console.log(`    ${await outcome(() => search(db, title))}`);
  }
  await db.end();
}

async function outcome(run) {
  try {
    const results = [await run()].flat();
    const { command, rowCount } = results.at(-1);
    return `${command}, ${rowCount} rows`;
  } catch (error) {
    return error.message;
  }
}
