import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { runExample } from '#scripts/examples/run-example.ts';

/** What comes of an example for Node.js with one test file. */
function outcomeOf(code: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'example-'));
  mkdirSync(join(folder, 'test'));
  writeFileSync(join(folder, 'package.json'), '{ "type": "module", "scripts": { "test": "node --test" } }');
  writeFileSync(join(folder, 'test/a.test.js'), `import { test } from 'node:test';\n${code}`);
  try {
    return runExample(folder).outcome;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

test.each([
  ['passes with a test that passes', "test('a', () => {});", 'passed'],
  ['fails with a test that fails', "test('a', () => { throw new Error('no'); });", 'failed'],
  ['fails when its process ends well before the first test', "process.exit(0);\ntest('a', () => {});", 'failed'],
])('an example %s', (_, code, outcome) => {
  expect(outcomeOf(code)).toBe(outcome);
});
