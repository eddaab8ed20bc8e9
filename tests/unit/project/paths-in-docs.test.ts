import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const files = execFileSync('git', ['ls-files'], { encoding: 'utf8' }).trim().split('\n');
const folders = new Set(
  files.flatMap((path) => path.split('/').map((_, depth, parts) => parts.slice(0, depth).join('/'))),
);

/** What examples of commands would write. */
const madeUp = /^content\/topics\/idempotency-keys\/|^deploy\/generated|\.\.\./u;

/** Guides, and the README of each folder; records of decisions tell of what was there when they were written. */
const docs = files.filter(
  (path) =>
    path.endsWith('.md') &&
    !/^(?:docs\/(?:decisions|content-review)|content|tests\/content)\//u.test(path) &&
    !/^(?:CHANGELOG|docs\/next-steps)\.md$/u.test(path),
);

it.each(docs)('%s quotes only paths that exist', (doc) => {
  const quoted = [
    ...readFileSync(doc, 'utf8').matchAll(/`((?:src|scripts|tests|docs|content|deploy|public)\/[\w./-]*)`/gu),
  ];
  const missing = quoted
    .map(([, path = '']) => path.replace(/\/$/u, ''))
    .filter((path) => !files.includes(path) && !folders.has(path) && !madeUp.test(path));
  expect(missing).toEqual([]);
});
