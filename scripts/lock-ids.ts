/** Adds the ids of new published pages to content/ids.lock. Rows are never changed or removed. Usage: npm run lock:ids */
import { appendFileSync, readFileSync } from 'node:fs';
import { formatIssues } from '#content/issue.ts';
import { loadContent } from '#content/load-content.ts';
import { nextLockRows } from '#content/next-lock-rows.ts';
import { readLabs } from '#features/labs/content/read-labs.ts';

const path = 'content/ids.lock';
const { corpus, issues } = loadContent(process.cwd());
const errors = issues.filter((issue) => issue.path === path);

if (errors.length > 0) {
  console.error(`${formatIssues(errors)}\n\nNothing was written: a number could be given twice.`);
  process.exitCode = 1;
} else {
  const labs = readLabs(process.cwd()).labs.map(({ id }) => id);
  const rows = nextLockRows(corpus, labs).map((row) => `${row}\n`);
  const start = readFileSync(path, 'utf8').endsWith('\n') ? '' : '\n';
  if (rows.length > 0) appendFileSync(path, start + rows.join(''));
  console.log(rows.length === 0 ? 'Nothing new.' : rows.join('').trimEnd());
}
