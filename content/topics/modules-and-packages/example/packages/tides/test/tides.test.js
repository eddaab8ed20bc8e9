import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as tides from '@harbor/tides';

test('highWaters is all that the package exports', () => {
  assert.deepEqual(Object.keys(tides), ['highWaters']);
});

test('high waters are 12.42 hours apart', () => {
  assert.deepEqual(tides.highWaters(3.5, 2), [3.5, 15.92]);
});

test('internal files cannot be imported by name', async () => {
  await assert.rejects(import('@harbor/tides/src/harmonics.js'), {
    code: 'ERR_PACKAGE_PATH_NOT_EXPORTED',
  });
});
