import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { promisify } from 'node:util';

const run = promisify(execFile);
const ours = [
  ...readFileSync('.spectral.yaml', 'utf8')
    .split('#region rules')[1]
    .matchAll(/^ {2}([a-z0-9-]+):$/gm),
].map(([, name]) => name);
assert.ok(ours.length >= 8);

async function broken(file) {
  const args = ['spectral', 'lint', '--quiet', '--format=json', file];
  const { stdout } = await run('npx', args).catch((failed) => failed);
  return JSON.parse(stdout).map(({ code }) => code);
}

// #region tests
test('the near misses break every rule of ours', async () => {
  const codes = await broken('test/near-misses.yaml');
  assert.deepEqual(
    ours.filter((rule) => !codes.includes(rule)),
    [],
  );
});

for (const file of ['openapi/ferries.yaml', 'test/allowed.yaml']) {
  test(`${file} breaks none`, async () => {
    assert.deepEqual(await broken(file), []);
  });
}
// #endregion tests

test('the draft breaks the eight rules that it was written for', async () => {
  const codes = await broken('openapi/draft.yaml');
  assert.equal(new Set(codes.filter((code) => ours.includes(code))).size, 8);
});

test('each near miss counts, not only one for each rule', async () => {
  const codes = await broken('test/near-misses.yaml');
  assert.equal(codes.length, 10); // with one of Spectral itself
});

test('an operation cannot take back that callers are known', async () => {
  assert.deepEqual(await broken('test/open-operation.yaml'), [
    'callers-are-known',
    'callers-are-known',
  ]);
});
