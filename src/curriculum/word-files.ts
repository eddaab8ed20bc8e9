import { createHash } from 'node:crypto';
import { corpusSearches } from '#domain/search/corpus-documents.ts';
import { packWordIndex } from '#domain/search/pack-word-index.ts';
import type { WordFile } from '#domain/search/word-index.ts';
import { perCurriculum } from './per-curriculum.ts';
import { searchDocuments } from './search-documents.ts';

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
