// #region test
import assert from 'node:assert';
import { test } from 'node:test';
import './server.js';

test('books tomorrow', async () => {
  const tomorrow = new Date(Date.now() + 24 * 60 * 60 * 1000);
  const response = await fetch('http://localhost:3000/appointments', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      day: tomorrow.toISOString().slice(0, 10),
      email: 'test@test.com',
    }),
  });
  assert.equal(response.status, 201);
});
// #endregion test
