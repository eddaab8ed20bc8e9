import { createHash } from 'node:crypto';
import { perCurriculum } from '#curriculum/per-curriculum.ts';
import { searchDocuments } from '#curriculum/search-documents.ts';
import { packWordIndex, type WordFile } from '#domain/search/word-index.ts';
import { pageTexts } from './page-texts.ts';
import { proseOf } from './plain-markdown.ts';

/** The word index of the search, and a name that changes with it: what is read must fit the documents it counts. */
export interface WordFiles {
  readonly edition: string;
  readonly files: readonly WordFile[];
}

/** The word index over the text of every page of the content. */
export const wordFiles = perCurriculum(async (): Promise<WordFiles> => {
  const pages = await pageTexts(new URL(import.meta.env.SITE));
  const texts = new Map(pages.map(({ path, markdown }) => [`/${path}/`, proseOf(markdown)]));
  const addresses = searchDocuments().map(({ address }) => address);
  const files = packWordIndex(addresses.map((address) => texts.get(address) ?? ''));
  const hash = createHash('sha256').update(JSON.stringify([addresses, files]));
  return { edition: hash.digest('hex').slice(0, 8), files };
});
