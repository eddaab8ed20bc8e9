import { test } from 'node:test';
import { confirmation } from '../src/confirmation.js';

test('confirmation', (t) => {
  t.assert.snapshot(confirmation('2026-06-11'));
});
