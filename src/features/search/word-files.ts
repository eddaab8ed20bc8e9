import { createHash } from 'node:crypto';
import { perCurriculum } from '#content/views/memoize.ts';
import { corpusSearches } from './corpus-documents.ts';
import { packWordIndex } from './pack-word-index.ts';
import { searchDocuments } from './site-documents.ts';
import type { WordFile } from './word-index.ts';

/** The word index of the search, and a name that changes with it: what is read must fit the documents it counts. */
export interface WordFiles {
  readonly edition: string;
  readonly files: readonly WordFile[];
}

/** The word index over what people type who need each page. */
export const wordFiles = perCurriculum(({ corpus }): WordFiles => {
  const documents = searchDocuments();
  const files = packWordIndex(
    corpusSearches(corpus),
    documents,
    corpus.foreignSearches.map(({ text }) => text),
  );
  const hash = createHash('sha256').update(JSON.stringify([documents.map(({ address }) => address), files]));
  return { edition: hash.digest('hex').slice(0, 8), files };
});
