import { fill, openShop } from '../dev/shop.js';
import { setTimeout as sleep } from 'node:timers/promises';

const { pool, close } = await openShop();
await fill(pool, 1_000_000);

// #region build
for (const create of ['CREATE INDEX', 'CREATE INDEX CONCURRENTLY']) {
  const startedAt = performance.now();
  const ms = () => `${Math.round(performance.now() - startedAt)} ms`;
  const build = pool
    .query(`${create} orders_note ON orders (note)`)
    .then(() => console.log(`${create}: done after ${ms()}`));
  await sleep(50);
  await pool.query(
    `INSERT INTO orders (customer_id, placed_at, status, total, note)
     VALUES (42, now(), 'open', 1, 'during the build')`,
  );
  console.log(`insert during ${create}: done after ${ms()}`);
  await build;
  await pool.query('DROP INDEX orders_note');
}
// #endregion build

await close();
