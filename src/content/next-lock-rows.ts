import { type Corpus, entriesOf, kinds } from './corpus.ts';

/** The rows that content/ids.lock lacks: published ids with the next numbers of their kind. */
export function nextLockRows(corpus: Corpus): string[] {
  return kinds.flatMap((kind) => {
    const known = corpus.locked.filter((row) => row.kind === kind);
    const next = Math.max(-1, ...known.map(({ number }) => number)) + 1;
    const ids = new Set(known.map(({ id }) => id));
    return entriesOf(corpus)
      .filter((entry) => entry.kind === kind && !ids.has(entry.id))
      .map(({ id }, index) => `${kind} ${next + index} ${id}`);
  });
}
