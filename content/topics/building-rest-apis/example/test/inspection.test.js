import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseInspection } from '../src/inspection.js';

// #region rule-test
const on = (day) => ({ hive: 'north-2', day, mites: 3 });

test('a keeper in New Zealand may enter what is tomorrow in London', () => {
  const now = Date.parse('2026-05-04T20:00:00Z');
  assert.equal(parseInspection(on('2026-05-05'), now).day, '2026-05-05');
  assert.throws(() => parseInspection(on('2026-05-06'), now), { status: 422 });
});
// #endregion rule-test
