import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { test } from 'node:test';

test('with an invalid configuration, the server stops with status 1', () => {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['src/server.js'],
    { env: { PORT: '80a' }, encoding: 'utf8', timeout: 10_000 },
  );
  assert.equal(status, 1);
  assert.match(stderr, /^Invalid configuration:\n {2}PORT: /);
  assert.equal(stdout, '');
});
