import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { promisify } from 'node:util';

const run = promisify(execFile);
const ours = [
  ...readFileSync('.spectral.yaml', 'utf8')
    .split('#region rules')[1]
    .matchAll(/^ {2}([a-z-]+):$/gm),
].map(([, name]) => name);

async function broken(file) {
  const args = ['spectral', 'lint', '--quiet', '--format=json', file];
  const { stdout } = await run('npx', args).catch((failed) => failed);
  return JSON.parse(stdout).map(({ code }) => code);
}

test('the draft breaks every rule of ours, so every rule works', async () => {
  const codes = new Set(await broken('openapi/draft.yaml'));
  assert.ok(ours.length >= 7);
  assert.deepEqual(
    ours.filter((rule) => !codes.has(rule)),
    [],
  );
});

test('the contract breaks none', async () => {
  assert.deepEqual(await broken('openapi/ferries.yaml'), []);
});
