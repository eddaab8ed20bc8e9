import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import * as first from '../first-try/labels.js';
import * as fixed from '../src/labels.js';

const lots = readFileSync(new URL('../lots.json', import.meta.url), 'utf8');
const texts = (labels) => labels.map((label) => label.text);

test('sorts by name, and writes the date of Nairobi', () => {
  const json = JSON.stringify([
    { name: 'Wheat', picked: Date.parse('2026-03-01T20:59Z') },
    { name: 'Barley', picked: Date.parse('2026-03-01T21:00Z') },
  ]);
  assert.deepEqual(texts(fixed.labelsFor(json)), [
    'Barley, picked 2 Mar 2026',
    'Wheat, picked 1 Mar 2026',
  ]);
});

test('both versions print the same labels', () => {
  const labels = texts(fixed.labelsFor(lots));
  assert.equal(labels.length, 500);
  assert.deepEqual(labels, texts(first.labelsFor(lots)));
});
