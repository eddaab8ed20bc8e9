/** Adds the ids of new published pages to content/ids.lock. Rows are never changed or removed. Usage: npm run lock:ids */
import { appendFileSync, readFileSync } from 'node:fs';
import { type Corpus, entriesOf, type LockedKind, lockedKinds } from '#content/corpus.ts';
import { formatIssues } from '#content/issue.ts';
import { loadContent } from '#content/load.ts';
import { phaseIdsOf } from '#content/ways.ts';
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

/** The rows that content/ids.lock lacks: published ids, those of labs and phases included, with the next numbers of their kind. */
function nextLockRows(corpus: Corpus, labs: readonly string[]): string[] {
  const published: { kind: LockedKind; id: string }[] = [
    ...entriesOf(corpus),
    ...labs.map((id) => ({ kind: 'lab' as const, id })),
    ...corpus.roadmap.flatMap(phaseIdsOf).map((id) => ({ kind: 'phase' as const, id })),
  ];
  return lockedKinds.flatMap((kind) => {
    const known = corpus.locked.filter((row) => row.kind === kind);
    const next = Math.max(-1, ...known.map(({ number }) => number)) + 1;
    const ids = new Set(known.map(({ id }) => id));
    return published
      .filter((page) => page.kind === kind && !ids.has(page.id))
      .map(({ id }, index) => `${kind} ${next + index} ${id}`);
  });
}
