import type { Corpus } from './corpus.ts';

/** Astro's integrations and the pages it draws are separate module graphs of one process: what one loads, the other finds under this key. */
const key = Symbol.for('wayline.corpus');

/** Makes content that was checked known to pages. */
export function shareCorpus(corpus: Corpus): void {
  Object.assign(globalThis, { [key]: corpus });
}

/** The content that the check in this process has read; undefined outside Astro. */
export function sharedCorpus(): Corpus | undefined {
  return (globalThis as { readonly [key]?: Corpus })[key];
}
