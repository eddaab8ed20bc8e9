import { fetchJson, loadJson } from '#lib/browser/load-json.ts';
import { type SearchDocument, type TitleFile, unpackDocuments } from '../document.ts';
import type { Query } from '../query.ts';
import { type Shard, ShardReader, shardOf } from '../shards.ts';
import { TitleIndex } from '../title-index.ts';

/** What a search needs to know of the site. */
export interface LoadedTitles {
  readonly index: TitleIndex;
  readonly areaTitles: ReadonlyMap<string, string>;
  readonly documentAt: ReadonlyMap<string, SearchDocument>;
  /** Names the index shards that fit. */
  readonly version: string;
}

let titles: Promise<LoadedTitles> | undefined;

/** Loads the title index once; after a failure the next call tries again. */
export function loadTitles(base: string): Promise<LoadedTitles> {
  titles ??= buildTitles(base).catch((error: unknown) => {
    titles = undefined;
    throw error;
  });
  return titles;
}

async function buildTitles(base: string): Promise<LoadedTitles> {
  // An index that does not fit this script is replaced by the next try, after the site was updated.
  const { version, areas, fields } = await fetchJson<TitleFile>(`${base}search/titles.json`);
  const documents = unpackDocuments(fields);
  return {
    index: await TitleIndex.build(documents),
    areaTitles: new Map(areas),
    documentAt: new Map(documents.map((document) => [document.address, document])),
    version,
  };
}

/** Loads the few index shards that know the terms of queries. */
export async function loadShards(base: string, version: string, queries: readonly Query[]): Promise<ShardReader> {
  const terms = queries.flatMap((query) => [...query.terms.map(({ term }) => term), ...query.functionTerms]);
  const numbers = [...new Set(terms.map(shardOf))];
  const shards = await Promise.all(numbers.map((number) => loadJson<Shard>(`${base}shards/${version}-${number}.json`)));
  return new ShardReader(new Map(numbers.map((number, at) => [number, shards[at] as Shard])));
}
