// The same attacks when the website logs in as a role that may do little.
import pg from 'pg';
import { startDatabase } from '../dev/database.js';
import { search } from '../src/vulnerable.js';

const database = await startDatabase();
const db = new pg.Client({ connectionString: database.websiteUrl });
await db.connect();
for (const title of [
  `Winter Harbor`,
  `' UNION SELECT 0, name || ' ' || password_hash FROM employee --`,
  `'; DROP TABLE exhibit; --`,
  `'; DELETE FROM exhibit; --`,
  `' UNION SELECT id, title FROM exhibit --`,
]) {
  console.log(title);
  try {
    console.log('  ', JSON.stringify((await search(db, title)).rows));
  } catch (error) {
    console.log('  ', error.message);
  }
}
await db.end();
await database.stop();
