import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startSystem } from '../load/system.js';

for (const version of ['buyHoldingTheLock', 'buy']) {
  test(`${version}: sells the last 10 places to 10 of 30`, async (t) => {
    const system = await startSystem(version);
    t.after(() => system.stop());
    await system.pool.query('UPDATE day SET places = 10 WHERE id = 6');

    const statuses = await Promise.all(
      Array.from({ length: 30 }, async () => {
        const response = await fetch(`${system.url}/tickets`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ day: 6 }),
        });
        await response.body.cancel();
        return response.status;
      }),
    );
    assert.equal(statuses.filter((status) => status === 201).length, 10);
    assert.equal(statuses.filter((status) => status === 409).length, 20);
    const { rows } = await system.pool.query('SELECT day_id FROM ticket');
    assert.deepEqual(rows, Array(10).fill({ day_id: 6 }));
  });
}
