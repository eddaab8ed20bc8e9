import type { SearchDocument } from './document.ts';
import { exact } from './exactness.ts';
import type { Piece } from './excerpt.ts';
import type { JumpAnswer } from './jump-index.ts';

/** What the full-text tier found on a page. */
export interface Passage {
  /** From the site's root. */
  readonly address: string;
  readonly title: string;
  readonly pieces: readonly Piece[];
  /** The share of the words that stand in the passage, from 0 to 1. */
  readonly coverage: number;
  /** How many other words stand between them. */
  readonly spread: number;
  /** The heading above the passage, when it is not the page's own. */
  readonly section: { readonly title: string; readonly anchor: string } | undefined;
}

/** What the word index found: a page whose text has much of what the query's words tell. */
export interface WordHit {
  readonly document: SearchDocument;
  /** From 0 to 1. */
  readonly share: number;
}

/** What stands behind the jump tier. */
export interface Behind {
  readonly passages: readonly Passage[];
  /** The best first. */
  readonly words: readonly WordHit[];
}

/** One page in the list of results. */
export interface Result {
  readonly document: SearchDocument;
  readonly terms: ReadonlySet<string>;
  readonly passage: Passage | undefined;
}

/** How fast a rank loses weight when the tiers are mixed. */
const rankConstant = 4;
/** How much full text counts beside the jump tier when they are mixed. */
const textWeight = 0.2;
/** How much the words of whole texts count. */
const wordsWeight = 0.6;
const mostWordHits = 30;
/** How much a text must have of what the words tell: of a few more than of a question, and most where no name is known. */
const leastShares = { question: { beside: 0, alone: 0.2 }, few: { beside: 0.25, alone: 0.8 } } as const;
/** A page that only full text knows counts when so many of the words stand in one passage. */
const leastCoverage = 0.75;
/** When no page is about the query, so many other words between its words are too many: they only happen to meet. */
const mostSpread = 4;

/** Whether the word index has something to say: names answer what they know completely. */
export function needsWords({ isRelaxed, query }: JumpAnswer): boolean {
  return isRelaxed && !query.isForeign;
}

/**
 * One list of all tiers, each page once. What the jump tier found completely keeps its order, and full text follows;
 * where it found only parts, the ranks of all count.
 */
export function mergeTiers(
  { hits, isRelaxed, query }: JumpAnswer,
  { passages, words }: Behind,
  documentAt: ReadonlyMap<string, SearchDocument>,
): Result[] {
  const passageAt = new Map(passages.map((passage) => [passage.address, passage]));
  const jumps = hits.map(({ document, terms }) => ({ document, terms, passage: passageAt.get(document.address) }));
  const found = new Set(hits.map(({ document }) => document.address));
  const isSubject = hits.length > 0 || query.isQuestion;
  const others = passages
    .filter(({ address, coverage }) => !found.has(address) && coverage >= leastCoverage)
    .filter(({ spread }) => isSubject || spread <= mostSpread)
    .map((passage) => ({
      document: documentAt.get(passage.address) ?? unlisted(passage),
      terms: new Set<string>(),
      passage,
    }))
    // Pages that list others have all their words.
    .toSorted((a, b) => Number(a.document.kind === 'Page') - Number(b.document.kind === 'Page'));
  if (!isRelaxed) return [...jumps, ...others];
  const least = leastShares[query.isQuestion ? 'question' : 'few'][hits.length > 0 ? 'beside' : 'alone'];
  const told = words.filter(({ share }) => share >= least).slice(0, mostWordHits);
  const merged = onePerPage([
    ...jumps,
    ...told.map(({ document }) => ({
      document,
      terms: hits[0]?.terms ?? new Set<string>(),
      passage: passageAt.get(document.address),
    })),
    ...others,
  ]);
  const jumpRank = new Map(
    hits.map(({ document, exactness }, rank) => [document.address, exactness >= exact ? -rankConstant + 0.01 : rank]),
  );
  const textRank = new Map(passages.map(({ address }, rank) => [address, rank]));
  const wordsRank = new Map(told.map(({ document }, rank) => [document.address, rank]));
  const weigh = (rank: number | undefined) => (rank === undefined ? 0 : 1 / (rankConstant + rank));
  const scoreOf = ({ document: { address } }: Result) =>
    weigh(jumpRank.get(address)) +
    textWeight * weigh(textRank.get(address)) +
    wordsWeight * weigh(wordsRank.get(address));
  return merged.toSorted((a, b) => scoreOf(b) - scoreOf(a));
}

function onePerPage(results: readonly Result[]): Result[] {
  const firsts = new Map<string, Result>();
  for (const result of results) if (!firsts.has(result.document.address)) firsts.set(result.document.address, result);
  return [...firsts.values()];
}

/** A page that full text knows and the jump tier does not. */
function unlisted({ title, address }: Passage): SearchDocument {
  return { kind: 'Page', title, aliases: [], asks: [], summary: '', level: '', area: '', address };
}
