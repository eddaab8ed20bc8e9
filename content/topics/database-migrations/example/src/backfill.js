import { setTimeout as sleep } from 'node:timers/promises';

// Delete this before release C: afterward, price is the stale column.
// #region backfill
const BATCH = `
  UPDATE product SET price_cents = round(price * 100)
  WHERE id >= $1 AND id < $1 + $2
    AND price_cents IS DISTINCT FROM round(price * 100)`;

export async function backfill(db, { size = 1000, pause = 20, onBatch } = {}) {
  const { rows } = await db.query('SELECT max(id) AS last FROM product');
  let changed = 0;
  for (let from = 1; from <= rows[0].last; from += size) {
    const { rowCount } = await db.query(BATCH, [from, size]);
    changed += rowCount;
    onBatch?.({ from, rowCount });
    if (rowCount > 0) await sleep(pause);
  }
  return changed;
}
// #endregion backfill
