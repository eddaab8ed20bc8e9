// #region four-tests
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fee } from '../src/fee.js';

test('10 minutes', () => assert.equal(fee(10), 0));
test('1 hour', () => assert.equal(fee(60), 250));
test('10 hours', () => assert.equal(fee(600), 1500));
test('nonsense', () => assert.throws(() => fee('soon')));
// #endregion four-tests
