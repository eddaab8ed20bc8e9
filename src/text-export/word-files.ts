import { createHash } from 'node:crypto';
import { searchDocuments } from '#curriculum/search-documents.ts';
import { packWordIndex, type WordFile } from '#domain/search/word-index.ts';
import { pageTexts } from './page-texts.ts';

/** The word index of the search, and a name that changes with it: what is read must fit the documents it counts. */
export interface WordFiles {
  readonly edition: string;
  readonly files: readonly WordFile[];
}

let making: Promise<WordFiles> | undefined;

/** The word index over the text of every page of the content; worked out once for a build. */
export function wordFiles(site: URL): Promise<WordFiles> {
  making ??= makeWordFiles(site);
  return making;
}

async function makeWordFiles(site: URL): Promise<WordFiles> {
  const texts = new Map((await pageTexts(site)).map(({ path, markdown }) => [`/${path}/`, proseOf(markdown)]));
  const documents = searchDocuments();
  const files = packWordIndex(documents.map(({ address }) => texts.get(address) ?? ''));
  const addresses = documents.map(({ address }) => address);
  const edition = createHash('sha256')
    .update(JSON.stringify([addresses, files]))
    .digest('hex')
    .slice(0, 8);
  return { edition, files };
}

/** What a page says in words: without code and its output, and without the addresses of links. */
function proseOf(markdown: string): string {
  return markdown
    .replaceAll(/^(`{3,})[^\n]*\n[\s\S]*?^\1[ \t]*$/gmu, ' ')
    .replaceAll(/\]\([^)]*\)/gu, ' ')
    .replaceAll(/https?:\S+/gu, ' ');
}
