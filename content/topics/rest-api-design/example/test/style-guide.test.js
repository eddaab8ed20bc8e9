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
assert.equal(ours.length, 8);

async function broken(file) {
  const args = ['spectral', 'lint', '--quiet', '--format=json', file];
  const { stdout } = await run('npx', args).catch((failed) => failed);
  return JSON.parse(stdout).map(({ code }) => code);
}

// #region tests
for (const file of ['openapi/draft.yaml', 'test/near-misses.yaml']) {
  test(`${file} breaks every rule of ours`, async () => {
    const codes = await broken(file);
    assert.deepEqual(
      ours.filter((rule) => !codes.includes(rule)),
      [],
    );
  });
}

for (const file of ['openapi/ferries.yaml', 'test/allowed.yaml']) {
  test(`${file} breaks none`, async () => {
    assert.deepEqual(await broken(file), []);
  });
}
// #endregion tests

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
