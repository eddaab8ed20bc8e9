import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { runExample } from '#scripts/examples/run-example.ts';

/** What comes of an example for Node.js with one test file. */
async function outcomeOf(code: string): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'example-'));
  mkdirSync(join(folder, 'test'));
  writeFileSync(join(folder, 'package.json'), '{ "type": "module", "scripts": { "test": "node --test" } }');
  writeFileSync(join(folder, 'test/a.test.js'), `import { test } from 'node:test';\n${code}`);
  try {
    return (await runExample(folder)).outcome;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

test.each([
  ['passes with a test that passes', "test('a', () => {});", 'passed'],
  ['fails with a test that fails', "test('a', () => { throw new Error('no'); });", 'failed'],
  ['is not run without a program', "test('a', () => { throw new Error('a.sh: 3: jq: not found'); });", 'not run'],
  ['fails when its process ends well before the first test', "process.exit(0);\ntest('a', () => {});", 'failed'],
])('an example %s', async (_, code, outcome) => {
  expect(await outcomeOf(code)).toBe(outcome);
});
