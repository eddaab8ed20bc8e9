import assert from 'node:assert/strict';
import { test } from 'node:test';
import '../src/connect.js';
import { listHives } from '../src/hives.js';

test('before the connection, a call fails at once and does not wait', async () => {
  const start = performance.now();
  await assert.rejects(listHives());
  assert.ok(performance.now() - start < 1000);
});
