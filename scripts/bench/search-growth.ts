import { brotliCompressSync } from 'node:zlib';
import { packDocuments, type SearchDocument } from '#features/search/document.ts';
import { JumpIndex } from '#features/search/jump-index.ts';
import { packWordIndex } from '#features/search/pack-word-index.ts';
import { seededRandom } from '#lib/random.ts';
import { brotliQuality } from '../serve/server.ts';

/** What our own indexes weigh and take with so many documents. */
export interface SearchGrowth {
  readonly documents: number;
  /** Of the jump tier, with Brotli as the server has it. */
  readonly bytesPerDocument: number;
  /** Of all files of the word index; a query loads one for each word. */
  readonly wordBytesPerDocument: number;
  readonly buildMilliseconds: number;
  readonly queryMilliseconds: number;
}

/** Words that a page draws from; more pages bring more of them. */
const wordsPerDocument = 8;
const searchesPerDocument = 22;
const wordsPerSearch = 4;
const queries = 50;

/** Measures both over generated topics with names, questions and a summary of real length. */
export async function measureGrowth(count: number): Promise<SearchGrowth> {
  const documents = Array.from({ length: count }, (_, index) => generatedDocument(index, count * wordsPerDocument));
  const packed = packDocuments(documents, { edition: '', areas: [], plain: '' });
  const started = performance.now();
  const index = await JumpIndex.build(documents);
  const built = performance.now();
  for (const { asks } of documents.slice(0, queries)) index.find(asks[0] ?? '');
  const queried = performance.now();
  const searches = documents.flatMap(({ address }, at) =>
    generatedSearches(at, count * wordsPerDocument).map((text) => ({ text, addresses: [address] })),
  );
  const wordFiles = packWordIndex(searches, documents);
  const weigh = (value: unknown) => brotliCompressSync(JSON.stringify(value), { params: brotliQuality }).length;
  return {
    documents: count,
    bytesPerDocument: weigh(packed) / count,
    wordBytesPerDocument: wordFiles.reduce((sum, file) => sum + weigh(file), 0) / count,
    buildMilliseconds: built - started,
    queryMilliseconds: (queried - built) / queries,
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
    asks: Array.from({ length: 5 }, () => words(3)),
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
