import { checkPassword } from '../src/login.js';
import { wrapAll } from '../src/wrap-all.js';
import { openLibrary } from './library.js';

const db = await openLibrary(100);
const show = async (when) => {
  const { rows } = await db.query(
    `SELECT split_part(password, '$', 1) || split_part(password, '$', 2) AS format,
       count(*)::int FROM member GROUP BY 1 ORDER BY 1`,
  );
  const parts = rows.map(({ format, count }) =>
    format.startsWith('md5:') ? ['md5', count] : [format, count],
  );
  const sums = {};
  for (const [format, n] of parts) sums[format] = (sums[format] ?? 0) + n;
  console.log(when.padEnd(22), JSON.stringify(sums));
};
await show('before');
const start = performance.now();
await wrapAll(db);
const each = (performance.now() - start) / 100;
await show('wrapped');
await checkPassword(db, 'member7@mail.example', 'old password 7');
await show('after one login');
if (process.argv.includes('--time')) console.log(`${each.toFixed()} ms each`);
