import { fetchJson, loadJson } from '#lib/browser/load-json.ts';
import { href } from '#lib/href.ts';
import { findCommand } from '../commands.ts';
import { type SearchDocument, type TitleFile, unpackDocuments } from '../document.ts';
import { type Filters, passes } from '../filters.ts';
import type { Passage } from '../passages.ts';
import { parseQuery, type Query } from '../query.ts';
import { type Ranking, rankPages } from '../rank.ts';
import { type Result, withPassages } from '../results.ts';
import { type Shard, ShardReader, shardOf, wordKeys } from '../shards.ts';
import { TitleIndex } from '../title-index.ts';
import { findPassages } from './full-text.ts';

/** What the reader asks for. */
export interface Request {
  readonly text: string;
  readonly filters: Filters;
  /** Whether to search misspelled words as they are. */
  readonly isLiteral: boolean;
}

/** What could not be loaded: the index of example queries, or the full text. */
export type Missing = 'examples' | 'fullText';

/** An answer; the last one is complete. */
export interface Answer {
  readonly request: Request;
  readonly query: Query;
  readonly isComplete: boolean;
  readonly results: readonly Result[];
  /** The same without filters. */
  readonly unfiltered: readonly SearchDocument[];
  readonly areaTitles: ReadonlyMap<string, string>;
  /** What to look at when nothing was found. */
  readonly suggestions: readonly SearchDocument[];
  readonly missing: readonly Missing[];
}

/** In milliseconds: the typed letter appears first, and letters in quick succession get one answer. */
const pauses = { beforeNames: 30, beforeShards: 120 };
const maxResults = 30;

/**
 * Answers a query three times: by names as long as letters come, then ranked with the example queries, then with the
 * passages of the full text. Ends early when the signal says that another query took over.
 */
export async function* runSearch(request: Request, signal: AbortSignal): AsyncGenerator<Answer> {
  const titles = await loadTitles();
  await pause(pauses.beforeNames);
  if (signal.aborted) return;
  const typed = parseQuery(request.text);
  const { spelling } = titles.index;
  const correct = (shards?: ShardReader) =>
    request.isLiteral ? typed : parseQuery(request.text, spelling.correct(typed, shards));
  const corrected = correct();
  const names = rank(titles, corrected, new ShardReader());
  yield toAnswer(titles, { request, query: corrected, ranking: names });
  await pause(pauses.beforeShards);
  if (signal.aborted) return;
  const missing: Missing[] = [];
  const orMissing = (part: Missing) => (error: unknown) => {
    console.warn(`Search without ${part}:`, error);
    missing.push(part);
  };
  const load = async (queries: readonly Query[], words: readonly string[] = []) =>
    (await loadShards(titles.version, queries, words).catch(orMissing('examples'))) ?? new ShardReader();
  const known = await load([typed, corrected], spelling.suspects(typed));
  const query = correct(known);
  const shards = query.corrections.length > 0 ? await load([query]) : known;
  const ranking = rank(titles, query, shards);
  if (signal.aborted) return;
  yield toAnswer(titles, { request, query, ranking });
  // A word that only texts have may still be about the site; one of out-of-scope queries is not, even if a text has it.
  const isElsewhere = ranking.isOutOfScope && query.terms.some(({ term }) => shards.outOfScopeCountOf(term) > 1);
  const passages = isElsewhere ? [] : await findPassages(query, request.filters).catch(orMissing('fullText'));
  if (!signal.aborted)
    yield { ...toAnswer(titles, { request, query, ranking, passages: passages ?? [] }), missing, isComplete: true };
}

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** The ranked pages, after the one that a command such as "/learn go" asks for. */
function rank({ index }: LoadedTitles, query: Query, shards: ShardReader): Ranking {
  const ranking = rankPages(query, index, shards);
  const command = findCommand(query.text, index.documents);
  if (!command) return ranking;
  const others = ranking.documents.filter(({ address }) => address !== command.address);
  return { ...ranking, documents: [command, ...others], isOutOfScope: false };
}

function toAnswer(
  { areaTitles, documentAt }: LoadedTitles,
  {
    request,
    query,
    ranking,
    passages = [],
  }: Pick<Answer, 'request' | 'query'> & { ranking: Ranking; passages?: readonly Passage[] },
): Answer {
  const found = withPassages({ ...ranking, phrase: query.text }, passages, documentAt);
  return {
    request,
    query,
    isComplete: false,
    results: found.filter(({ document }) => passes(document, request.filters)).slice(0, maxResults),
    unfiltered: found.map(({ document }) => document),
    areaTitles,
    suggestions: ranking.near,
    missing: [],
  };
}

/** What a search needs to know of the site. */
interface LoadedTitles {
  readonly index: TitleIndex;
  readonly areaTitles: ReadonlyMap<string, string>;
  readonly documentAt: ReadonlyMap<string, SearchDocument>;
  /** Names the index shards that fit. */
  readonly version: string;
}

let loadedTitles: Promise<LoadedTitles> | undefined;

/** Builds the title index once; after a failure the next search tries again. */
function loadTitles(): Promise<LoadedTitles> {
  loadedTitles ??= buildTitles().catch((error: unknown) => {
    loadedTitles = undefined;
    throw error;
  });
  return loadedTitles;
}

async function buildTitles(): Promise<LoadedTitles> {
  // Fetched anew by each try: after an update of the site, an old index may not fit this script.
  const { version, areas, fields } = await fetchJson<TitleFile>(href('/search/titles.json'));
  const documents = unpackDocuments(fields);
  return {
    index: await TitleIndex.build(documents),
    areaTitles: new Map(areas),
    documentAt: new Map(documents.map((document) => [document.address, document])),
    version,
  };
}

/** Loads the few index shards that know the terms of queries, and those with words like some that may be misspelled. */
async function loadShards(version: string, queries: readonly Query[], words: readonly string[]): Promise<ShardReader> {
  const terms = queries.flatMap((query) => [...query.terms.map(({ term }) => term), ...query.functionTerms]);
  const numbers = [...new Set([...terms, ...words.flatMap(wordKeys)].map(shardOf))];
  const shards = await Promise.all(numbers.map((number) => loadJson<Shard>(href(`/shards/${version}-${number}.json`))));
  return new ShardReader(new Map(numbers.map((number, at) => [number, shards[at] as Shard])));
}
