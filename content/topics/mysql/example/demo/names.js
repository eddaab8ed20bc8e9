import { pool } from '../src/db.js';
import { reset } from '../src/reset.js';

await reset();
const add = (email) =>
  pool.execute('INSERT INTO guest (email, name) VALUES (?, ?)', [email, 'R.']);

await add('renee@example.com');
for (const email of ['RENÉE@example.com', 'renee@example.com ']) {
  const outcome = await add(email).then(
    () => 'inserted',
    (error) => error.message,
  );
  console.log(`${JSON.stringify(email)}: ${outcome}`);
}

const typed = 'renée@example.com';
const [[found]] = await pool.execute(
  'SELECT email FROM guest WHERE email = ?',
  [typed],
);
console.log(`typed ${typed}, found ${found.email}`);
await pool.end();
