import { pool } from '../src/db.js';
import { barrier, reset } from '../src/reset.js';
import { redeem, redeemUnsafely } from '../src/vouchers.js';

const code = 'LAKE-2026-AB';
const fill = async () => {
  await reset();
  await pool.execute('INSERT INTO voucher VALUES (?, ?)', [code, 5000]);
};
const left = async () => {
  const [[{ cents }]] = await pool.query('SELECT cents FROM voucher');
  return cents;
};

await fill();
const bothHaveRead = barrier(2);
console.log(
  'read, then write:',
  await Promise.all([
    redeemUnsafely(code, 3000, bothHaveRead),
    redeemUnsafely(code, 4000, bothHaveRead),
  ]),
  `left: ${await left()}`,
);

await fill();
console.log(
  'one UPDATE:      ',
  await Promise.all([redeem(code, 3000), redeem(code, 4000)]),
  `left: ${await left()}`,
);
await pool.end();
