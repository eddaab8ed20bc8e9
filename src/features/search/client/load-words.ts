import type { Query } from '../rewrite.ts';
import { wordTermsOf } from '../search-terms.ts';
import { lookUp, type Searches, type WordFile, wordFileOf } from '../word-index.ts';

const loading = new Map<string, Promise<WordFile>>();

/** Loads the few files of the word index that know the words of a query. */
export async function loadSearches(base: string, query: Query, edition: string): Promise<Searches> {
  const places = new Set(wordTermsOf(query).map(wordFileOf));
  const files = await Promise.all(
    [...places].map(async (place) => [place, await load(`${base}words/${edition}-${place}.json`)] as const),
  );
  return lookUp(new Map(files));
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
