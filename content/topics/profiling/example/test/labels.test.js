import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { writeHeapSnapshot } from 'node:v8';
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

test('grown compares the last two snapshots', (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'grown-'));
  t.after(() => rmSync(folder, { recursive: true }));
  const snapshot = (name) => writeHeapSnapshot(join(folder, name));
  class Seed {}
  const seeds = (length) => Array.from({ length }, () => new Seed());
  const few = seeds(7);
  const files = [snapshot('1'), snapshot('2')];
  const leak = seeds(20_000);
  files.push(snapshot('3'));
  const grown = fileURLToPath(new URL('../tools/grown.js', import.meta.url));
  const output = execFileSync(process.execPath, [grown, ...files]).toString();
  assert.match(output, /'Seed' .* 20000 [^]*A Seed is reachable/);
  assert.equal(few.length + leak.length, 20_007);

  writeFileSync(files[2], readFileSync(files[2]).subarray(0, 1000));
  const { status, stderr } = spawnSync(process.execPath, [grown, ...files]);
  assert.equal(status, 1);
  assert.match(String(stderr), /3 is still being written/);
});
