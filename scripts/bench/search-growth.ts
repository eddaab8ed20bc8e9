import { brotliCompressSync } from 'node:zlib';
import { buildShards } from '#features/search/build-shards.ts';
import { packDocuments, type SearchDocument } from '#features/search/document.ts';
import { parseQuery } from '#features/search/query.ts';
import { rankPages } from '#features/search/rank.ts';
import { ShardReader } from '#features/search/shards.ts';
import { TitleIndex } from '#features/search/title-index.ts';
import { seededRandom } from '#lib/random.ts';
import { brotliQuality } from '../serve/server.ts';

/** What our own indexes weigh and take with so many documents. */
export interface SearchGrowth {
  readonly documents: number;
  /** Of the title index, with Brotli as the server has it. */
  readonly bytesPerDocument: number;
  /** Of all index shards; a query loads one for each term. */
  readonly shardBytesPerDocument: number;
  readonly buildMilliseconds: number;
  readonly queryMilliseconds: number;
}

/** Words that a page draws from; more pages bring more of them. */
const wordsPerDocument = 8;
const searchesPerDocument = 22;
const wordsPerSearch = 4;
const queries = 50;

/** Measures both over generated topics with names and a summary of real length. */
export async function measureGrowth(count: number): Promise<SearchGrowth> {
  const documents = Array.from({ length: count }, (_, index) => generatedDocument(index, count * wordsPerDocument));
  const packed = packDocuments(documents);
  const started = performance.now();
  const index = await TitleIndex.build(documents);
  const built = performance.now();
  const examples = documents.map(({ address }, at) =>
    generatedSearches(at, count * wordsPerDocument).map((text) => ({ text, addresses: [address] })),
  );
  const shards = buildShards(examples.flat(), documents);
  const reader = new ShardReader(new Map(shards.entries()));
  const asked = performance.now();
  for (const [example] of examples.slice(0, queries)) rankPages(parseQuery(example?.text ?? ''), index, reader);
  const queried = performance.now();
  const weigh = (value: unknown) => brotliCompressSync(JSON.stringify(value), { params: brotliQuality }).length;
  return {
    documents: count,
    bytesPerDocument: weigh(packed) / count,
    shardBytesPerDocument: shards.reduce((sum, file) => sum + weigh(file), 0) / count,
    buildMilliseconds: built - started,
    queryMilliseconds: (queried - asked) / queries,
  };
}

function generatedSearches(index: number, vocabulary: number): readonly string[] {
  const words = wordsFrom(`searches${index}`, vocabulary);
  return Array.from({ length: searchesPerDocument }, () => words(wordsPerSearch));
}

/** Few words are frequent and most are rare, as in prose. */
function wordsFrom(seed: string, vocabulary: number): (length: number) => string {
  const random = seededRandom(seed);
  return (length) => Array.from({ length }, () => wordOf(Math.floor(vocabulary ** random()))).join(' ');
}

function generatedDocument(index: number, vocabulary: number): SearchDocument {
  const words = wordsFrom(`search${index}`, vocabulary);
  return {
    kind: 'Topic',
    title: words(2),
    aliases: Array.from({ length: 8 }, () => words(2)),
    summary: words(18),
    level: 'intermediate',
    area: 'web',
    address: `/topics/topic-${index}/`,
  };
}

const syllables = ['ba', 'ke', 'do', 'ri', 'mu', 'sta', 'plo', 'ne', 'gra', 'ti', 'vo', 'la', 'che', 'fi', 'zu', 'ro'];

/** A word of its own for a number, as long as words are. */
function wordOf(number: number): string {
  const [last = '', ...others] = [...number.toString(16)]
    .reverse()
    .map((digit) => syllables[Number.parseInt(digit, 16)]);
  return `${others.join('')}${last}n`;
}
