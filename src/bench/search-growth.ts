import { brotliCompressSync, constants } from 'node:zlib';
import { seededRandom } from '#domain/random.ts';
import { packDocuments, type SearchDocument } from '#domain/search/document.ts';
import { JumpIndex } from '#domain/search/jump-index.ts';

/** What the jump tier weighs and takes with so many documents. */
export interface SearchGrowth {
  readonly documents: number;
  /** Brotli at the quality that servers use on the fly. */
  readonly bytesPerDocument: number;
  readonly buildMilliseconds: number;
  readonly queryMilliseconds: number;
}

const servingQuality = 4;
/** Words that a text draws from; more pages bring more of them. */
const wordsPerDocument = 8;
const queries = 50;

/** Measures the jump tier over generated topics with names, questions and a summary of real length. */
export async function measureGrowth(count: number): Promise<SearchGrowth> {
  const documents = Array.from({ length: count }, (_, index) => generatedDocument(index, count * wordsPerDocument));
  const packed = Buffer.from(JSON.stringify(packDocuments(documents, { edition: '', areas: [], plain: '' })));
  const params = { [constants.BROTLI_PARAM_QUALITY]: servingQuality };
  const started = performance.now();
  const index = await JumpIndex.build(documents);
  const built = performance.now();
  for (const { asks } of documents.slice(0, queries)) index.find(asks[0] ?? '');
  return {
    documents: count,
    bytesPerDocument: brotliCompressSync(packed, { params }).length / count,
    buildMilliseconds: built - started,
    queryMilliseconds: (performance.now() - built) / queries,
  };
}

function generatedDocument(index: number, vocabulary: number): SearchDocument {
  const random = seededRandom(`search${index}`);
  // Few words are frequent and most are rare, as in prose.
  const words = (length: number) => Array.from({ length }, () => wordOf(Math.floor(vocabulary ** random()))).join(' ');
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
