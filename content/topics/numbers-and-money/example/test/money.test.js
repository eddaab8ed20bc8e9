import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  convert,
  format,
  multiply,
  parseAmount,
  split,
  toText,
} from '../src/money.js';

// #region parse-tests
test('parses amounts in minor units', () => {
  assert.equal(parseAmount('1.15', 'EUR'), 115n);
  assert.equal(parseAmount('-0.5', 'EUR'), -50n);
  assert.equal(parseAmount('1200', 'JPY'), 1200n);
  assert.equal(parseAmount('1.234', 'KWD'), 1234n);
});

test('refuses what is not clearly an amount', () => {
  const bad = [
    '',
    ' ',
    '1e3',
    '12,30',
    '1.234,50',
    '12.305',
    '.5',
    '١٢',
    'NaN',
  ];
  for (const text of bad) assert.throws(() => parseAmount(text, 'EUR'), text);
  assert.throws(() => parseAmount(1.15, 'EUR'), SyntaxError); // not text
  assert.throws(() => parseAmount('1'.repeat(16), 'EUR'), SyntaxError);
  assert.throws(() => parseAmount('1.5', 'JPY'), RangeError);
  assert.throws(() => parseAmount('1.50', 'XXX'), RangeError);
});
// #endregion parse-tests

test('text and amount lead back to each other', () => {
  for (const amount of [0n, 1n, -1n, 99n, -100n, 123456n, 10n ** 14n]) {
    for (const currency of ['EUR', 'JPY', 'KWD']) {
      assert.equal(parseAmount(toText(amount, currency), currency), amount);
    }
  }
});

test('formats for a locale without losing digits', () => {
  assert.equal(
    format(9007199254740993n, 'EUR', 'en'),
    '€90,071,992,547,409.93',
  );
  assert.equal(format(123456n, 'HUF', 'en'), 'HUF\u00A01,234.56');
  assert.equal(format(-50n, 'EUR', 'en'), '-€0.50');
});

// #region multiply-tests
test('half-up rounds ties away from zero, half-even to the even neighbor', () => {
  const rounded = (n, mode) => multiply(n, '0.1', mode);
  const numbers = [-25n, -15n, -14n, 4n, 5n, 6n, 15n, 25n];
  assert.deepEqual(
    numbers.map((n) => rounded(n, 'half-up')),
    [-3n, -2n, -1n, 0n, 1n, 1n, 2n, 3n],
  );
  assert.deepEqual(
    numbers.map((n) => rounded(n, 'half-even')),
    [-2n, -2n, -1n, 0n, 0n, 1n, 2n, 2n],
  );
});
// #endregion multiply-tests

test('refuses a rate that is a number, and an unknown rounding rule', () => {
  assert.throws(() => multiply(1n, 0.045, 'half-up'), SyntaxError);
  for (const mode of ['up', 'constructor', undefined]) {
    assert.throws(() => multiply(1n, '0.1', mode), RangeError);
  }
});

test('converts between currencies with different decimals', () => {
  const rate = '162.35'; // yen per euro
  assert.equal(convert(10_000n, 'EUR', 'JPY', rate, 'half-up'), 16_235n);
  assert.equal(convert(1n, 'EUR', 'JPY', rate, 'half-up'), 2n);
  assert.equal(convert(200n, 'JPY', 'EUR', '0.0062', 'half-up'), 124n);
  assert.equal(convert(2_000n, 'EUR', 'KWD', '0.3547', 'half-up'), 7_094n);
});

// #region split-tests
test('parts add up, and none is off by a cent', () => {
  const random = (max) => BigInt(Math.floor(Math.random() * max));
  for (let round = 0; round < 10_000; round += 1) {
    const amount = random(100_000) - 50_000n;
    const weights = [1n + random(9), random(100), random(100)];
    const total = weights.reduce((sum, weight) => sum + weight);

    const parts = split(amount, weights);
    assert.equal(
      parts.reduce((sum, part) => sum + part),
      amount,
    );
    for (const [n, part] of parts.entries()) {
      const off = part * total - amount * weights[n];
      assert.ok(-total < off && off < total, `${amount} by ${weights}`);
    }
  }
});

test('leftover cents go to the largest remainders, then to the first', () => {
  assert.deepEqual(split(1000n, [1n, 1n, 1n]), [334n, 333n, 333n]);
  assert.deepEqual(split(101n, [50n, 30n, 20n]), [51n, 30n, 20n]);
  assert.deepEqual(split(-1000n, [1n, 1n, 1n]), [-334n, -333n, -333n]);
  assert.deepEqual(split(5n, [0n, 1n]), [0n, 5n]);
  assert.throws(() => split(5n, [0n, 0n]), RangeError);
});
// #endregion split-tests

test('refuses a negative weight', () => {
  assert.throws(() => split(5n, [2n, -1n]), RangeError);
});

test('shows the decimals of ISO 4217, whatever the display data says', () => {
  assert.match(format(150_000n, 'HUF', 'en'), /1,500\.00$/);
});
