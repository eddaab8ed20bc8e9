import { startDatabase } from '../dev/database.js';
import { placeOrder, placeOrderNested } from '../src/orders.js';
import { createPool } from '../src/pool.js';

const { url, stop } = await startDatabase();

for (const [name, place] of [
  ['nested', placeOrderNested],
  ['passed on', placeOrder],
]) {
  for (const orders of [4, 5]) {
    const pool = createPool(url, { max: 5, connectionTimeoutMillis: 500 });
    const results = await Promise.all(
      Array.from({ length: orders }, () =>
        place(pool).catch((error) => error.message),
      ),
    );
    const counted = Object.groupBy(results, (result) => result);
    for (const [result, all] of Object.entries(counted)) {
      console.log(`${name}, ${orders} orders at once: ${all.length} ${result}`);
    }
    await pool.end();
  }
}

await stop();
