// #region journey
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startService } from '../support/start-service.js';

test('buy a permit, and the scanner accepts it', async (t) => {
  const { url } = await startService(t);
  const bought = await fetch(`${url}/permits`, {
    method: 'POST',
    body: JSON.stringify({
      plate: 'B-AX-12',
      from: '2026-06-01',
      until: '2026-06-30',
    }),
  });
  assert.equal(bought.status, 201);
  assert.equal((await bought.json()).cents, 3000);

  const scanned = await fetch(`${url}/permits/B-AX-12?on=2026-06-15`);
  assert.equal((await scanned.json()).valid, true);
});
// #endregion journey
