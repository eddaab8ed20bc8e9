import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fee } from '../../src/fee.js';

const rules = [
  { rule: 'one day costs 2.00', until: '2026-06-01', cents: 200 },
  { rule: 'both ends of a stay count', until: '2026-06-02', cents: 400 },
  { rule: '15 days reach the cap', until: '2026-06-15', cents: 3000 },
  { rule: 'a month costs no more', until: '2026-06-30', cents: 3000 },
];

for (const { rule, until, cents } of rules) {
  test(rule, () => assert.equal(fee({ from: '2026-06-01', until }), cents));
}
