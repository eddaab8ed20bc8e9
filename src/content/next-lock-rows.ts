import { type Corpus, entriesOf, type LockedKind, lockedKinds } from './corpus.ts';
import { phaseIdsOf } from './ways.ts';

/** The rows that content/ids.lock lacks: published ids, those of labs and phases included, with the next numbers of their kind. */
export function nextLockRows(corpus: Corpus, labs: readonly string[]): string[] {
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
