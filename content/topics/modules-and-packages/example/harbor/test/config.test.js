import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

function run(file, env) {
  const path = fileURLToPath(new URL(`../${file}`, import.meta.url));
  const { HARBOR, LOG_LEVEL, ...rest } = process.env;
  return spawnSync(process.execPath, [path], {
    encoding: 'utf8',
    env: { ...rest, ...env },
  });
}

test('the cycle fails when config.js is loaded first', () => {
  const { stderr } = run('demo/cycle/main.js', { HARBOR: 'Oban' });
  assert.match(stderr, /Cannot access 'config' before initialization/);
});

test('the cycle works or fails with log.js first, depending on HARBOR', () => {
  assert.equal(
    run('demo/cycle/log-first.js', { HARBOR: 'Oban' }).stdout,
    'warn: Oban\n',
  );
  const { stderr } = run('demo/cycle/log-first.js', {});
  assert.match(stderr, /Cannot access 'levels' before initialization/);
});

test('without the cycle, config.js and log.js can be loaded in any order', () => {
  for (const file of ['src/config.js', 'src/log.js', 'src/main.js']) {
    assert.equal(run(file, {}).stderr, '');
  }
});

test('LOG_LEVEL=error hides the warning', () => {
  assert.match(run('src/config.js', {}).stdout, /HARBOR is not set/);
  assert.equal(run('src/config.js', { LOG_LEVEL: 'error' }).stdout, '');
});

test('a LOG_LEVEL that is not in the list is refused', () => {
  const { stderr } = run('src/config.js', { LOG_LEVEL: 'info' });
  assert.match(stderr, /LOG_LEVEL is one of debug, warn, error/);
});
