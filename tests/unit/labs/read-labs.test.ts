import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readLabs } from '#features/labs/content/read-labs.ts';

const lab = 'write-your-first-test';
let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'labs-'));
  cpSync(`content/labs/${lab}`, join(root, 'content/labs', lab), { recursive: true });
  symlinkSync(resolve('content/topics'), join(root, 'content/topics'));
  writeFileSync(join(root, 'content/ids.lock'), `# Ids\nlab 0 ${lab}\n`);
});

afterEach(() => rmSync(root, { recursive: true }));

const put = (path: string, text: string) => writeFileSync(join(root, path), text);
const read = (path: string) => readFileSync(join(root, path), 'utf8');

test('a lab whose id is locked has no issue, and one that is not says which command adds it', () => {
  expect(readLabs(root).issues).toEqual([]);
  put('content/ids.lock', '# Ids\n');
  expect(readLabs(root).issues).toMatchObject([
    { path: `content/labs/${lab}`, fix: 'Run `npm run lock:ids` and commit the file.' },
  ]);
});

test('a lab needs searches, one a line and each once', () => {
  const path = `content/labs/${lab}/searches.txt`;
  put(path, 'my first test\n\nmy first test\n');
  expect(readLabs(root, [lab]).issues).toMatchObject([
    { path, line: 2 },
    { path, line: 3 },
  ]);
  rmSync(join(root, path));
  expect(readLabs(root, [lab]).issues).toMatchObject([{ path, message: 'There are 0 searches, not 2 to 16.' }]);
});

test('an id in the lock file without its folder is an issue, and a lab with an error of its own is not called gone', () => {
  put('content/ids.lock', `${read('content/ids.lock')}lab 1 lost-lab\n`);
  rmSync(join(root, 'content/labs', lab, 'solution.js'), { force: true });
  expect(readLabs(root).issues.map(({ message }) => message)).toEqual([
    'The file is missing.',
    'content/labs/lost-lab is gone, and links and stored code still name it.',
  ]);
});

test('the topic of a lab exists, and so does the section that prepares the lab', () => {
  const path = `content/labs/${lab}/index.mdx`;
  const text = read(path).replace(/^section: .*\n/mu, '');
  const issuesWith = (fields: string) => {
    put(path, text.replace(/^topic: .*$/mu, fields));
    return readLabs(root, [lab]).issues;
  };
  expect(issuesWith('topic: unit-testing\nsection: pitfalls')).toEqual([]);
  expect(issuesWith('topic: unit-testing\nsection: pitfall')).toMatchObject([
    { path, field: 'section', fix: expect.stringMatching(/^Choose one of .*\bpitfalls\b/u) },
  ]);
  expect(issuesWith('topic: tests-of-all-kinds')).toMatchObject([{ path, field: 'topic' }]);
});

test('what a wrong solution says goes on a sentence of the page', () => {
  const path = `content/labs/${lab}/wrong-says.js`;
  const says = (text: string) => {
    put(path, `// fails: The test passes with the right function\n// says: ${text}\n`);
    return readLabs(root, [lab]).issues.filter((issue) => issue.path === path && issue.line === 2);
  };
  expect(says('ends the loop before the last price.')).toEqual([]);
  for (const text of ['Ends the loop before the last price.', 'ends the loop before the last price', 'too short.'])
    expect(says(text)).toMatchObject([{ message: `"${text}" does not go on "This looks like code that …".` }]);
});

test('a pattern that is no regular expression is refused before any engine sees it', () => {
  const id = 'apply-a-price-list-with-merge';
  const path = `content/labs/${id}/checks.yaml`;
  cpSync(`content/labs/${id}`, join(root, 'content/labs', id), { recursive: true });
  expect(readLabs(root, [id]).issues).toEqual([]);
  put(path, read(path).replace(String.raw`[merge\s+into]`, '["merge("]'));
  expect(readLabs(root, [id]).issues).toMatchObject([
    { path, line: 22, message: expect.stringContaining('must be a regular expression') },
  ]);
});

test('a broken system shows evidence and has three wrong solutions', () => {
  const path = `content/labs/${lab}/index.mdx`;
  const wrong = readdirSync(join(root, 'content/labs', lab)).filter((each) => each.startsWith('wrong-'));
  for (const name of wrong.slice(2)) rmSync(join(root, 'content/labs', lab, name));
  put(path, read(path).replace('topic:', 'broken: true\ntopic:'));
  expect(readLabs(root, [lab]).issues).toMatchObject([
    { message: 'There are 2 wrong solutions.' },
    { path, message: 'A broken system shows no evidence.' },
  ]);
});
