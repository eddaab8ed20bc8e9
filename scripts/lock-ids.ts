/** Adds the ids of new published pages to content/ids.lock. Lines are never changed or removed. Usage: npm run lock:ids */
import { appendFileSync } from 'node:fs';
import { loadContent } from '#corpus/load.ts';
import { entriesOf, kinds } from '#domain/corpus.ts';

const { corpus } = loadContent(process.cwd(), '9999-12-31');
const rows = kinds.flatMap((kind) => {
  const known = corpus.locked.filter((row) => row.kind === kind);
  const next = Math.max(-1, ...known.map(({ number }) => number)) + 1;
  const ids = new Set(known.map(({ id }) => id));
  return entriesOf(corpus)
    .filter((entry) => entry.kind === kind && entry.data.status === 'published' && !ids.has(entry.id))
    .map(({ id }, index) => `${kind} ${next + index} ${id}\n`);
});
appendFileSync('content/ids.lock', rows.join(''));
console.log(rows.length === 0 ? 'Nothing new.' : rows.join('').trimEnd());
