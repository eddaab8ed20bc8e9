import { pool } from './db.js';
import { transaction } from './transaction.js';

// #region unsafe
export const redeemUnsafely = (code, cents, pause = () => {}) =>
  transaction(async (connection) => {
    const [[voucher]] = await connection.execute(
      'SELECT cents FROM voucher WHERE code = ?',
      [code],
    );
    if (!voucher || voucher.cents < cents) return false;
    await pause();
    await connection.execute('UPDATE voucher SET cents = ? WHERE code = ?', [
      voucher.cents - cents,
      code,
    ]);
    return true;
  });
// #endregion unsafe

// #region redeem
export async function redeem(code, cents) {
  if (typeof code !== 'string') throw new TypeError('code must be a string');
  if (!Number.isSafeInteger(cents) || cents <= 0)
    throw new RangeError('cents must be a positive integer');
  const [result] = await pool.execute(
    'UPDATE voucher SET cents = cents - ? WHERE code = ? AND cents >= ?',
    [cents, code, cents],
  );
  return result.affectedRows === 1;
}
// #endregion redeem
