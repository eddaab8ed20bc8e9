import type { Corpus } from './corpus.ts';

/**
 * The development server's plugins and the pages it draws are separate module graphs of one process: what one loads,
 * the other finds under this key.
 */
const key = Symbol.for('wayline.dev-corpus');

/** Makes content known to the pages of the development server. */
export function shareDevCorpus(corpus: Corpus): void {
  Object.assign(globalThis, { [key]: corpus });
}

/** The content that the development server holds; undefined in a build. */
export function devCorpus(): Corpus | undefined {
  return (globalThis as { readonly [key]?: Corpus })[key];
}
