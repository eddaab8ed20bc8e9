import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { onPath } from '#scripts/find-browser.ts';
import { checkPageSamples } from '#scripts/samples/check-page.ts';

const cache = mkdtempSync(join(tmpdir(), 'needs-'));
afterAll(() => rmSync(cache, { recursive: true }));

it.for([
  ['nothing', 'python', '', 'passed'],
  ['a version that is there', 'python', 'needs=3.4', 'passed'],
  ['a version that is not there', 'python', 'needs=3.999', 'not-run'],
  ['a library that is there', 'python', 'needs=json', 'passed'],
  ['a library that is not there', 'python', 'needs=no_such_library', 'not-run'],
  ['two things of which one is not there', 'python', 'needs=3.4,no_such_library', 'not-run'],
  ['the system that is there', 'sh', `needs=${process.platform}`, 'passed'],
  ['another system', 'sh', 'needs=plan9', 'not-run'],
  ['a program that is there', 'sh', 'needs=cat', 'passed'],
  ['a program that is not there', 'sh', 'needs=no-such-program', 'not-run'],
  ['a library in a language whose libraries are not looked for', 'js', 'needs=json', 'not-run'],
] as const)('a sample that needs %s: %s %s is %s', async ([, language, meta, outcome], { skip }) => {
  skip(language === 'python' && !onPath('python3'), 'python3 is not on this machine');
  const sample = { language, meta, code: language === 'python' ? 'import json' : 'true', line: 1 };
  const [result] = await checkPageSamples([{ ...sample, output: undefined }], { cache, only: undefined });
  expect(result?.outcome).toBe(outcome);
});
