import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { test } from 'node:test';

test('a run whose database cannot start fails', () => {
  const { NODE_TEST_CONTEXT, ...env } = process.env;
  const { status, stderr } = spawnSync(
    process.execPath,
    ['--test', '--test-global-setup=test/global-setup.js', 'src/*.js'],
    {
      cwd: join(import.meta.dirname, '..'),
      env: { ...env, TMPDIR: '/dev/null' }, // no folder for its data
      encoding: 'utf8',
    },
  );
  assert.notEqual(status, 0);
  assert.match(stderr, /The database did not start/);
});
