import type { WordHit } from '#domain/search/merge.ts';
import type { Query } from '#domain/search/rewrite.ts';
import { stem } from '#domain/search/stem.ts';
import { findByWords, type WordFile, wordFileOf } from '#domain/search/word-index.ts';
import type { LoadedIndex } from './load-index.ts';

const loading = new Map<string, Promise<WordFile>>();

/** The documents whose texts have most of what a query says; loads the few files of the word index that know its words. */
export async function findWordHits(base: string, { slots }: Query, { edition, jump }: LoadedIndex): Promise<WordHit[]> {
  const terms = slots.flatMap(({ same }) => same[0] ?? []).map(stem);
  const places = [...new Set(terms.map(wordFileOf))];
  const files = await Promise.all(
    places.map(async (place) => [place, await load(`${base}search/words/${edition}-${place}.json`)] as const),
  );
  const fileAt = new Map(files);
  const found = findByWords(terms, (term) => fileAt.get(wordFileOf(term)) ?? {}, jump.documents.length);
  return found.flatMap(({ at, share }) => {
    const document = jump.documents[at];
    return document ? [{ document, share }] : [];
  });
}

/** Loads a file once; after a failure the next search tries again. */
function load(address: string): Promise<WordFile> {
  const known = loading.get(address) ?? fetchFile(address);
  loading.set(address, known);
  known.catch(() => loading.delete(address));
  return known;
}

async function fetchFile(address: string): Promise<WordFile> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return response.json() as Promise<WordFile>;
}
