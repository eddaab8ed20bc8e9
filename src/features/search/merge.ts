import type { SearchDocument } from './document.ts';
import { exact } from './exactness.ts';
import type { Piece } from './excerpt.ts';
import type { JumpAnswer } from './hit.ts';

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
/** A page that only full text knows counts when so many of the words stand in one passage. */
const leastCoverage = 0.75;
/** When no page is about the query, so many other words between its words are too many, but for a page whose names have some of them. */
const mostSpread = 4;

/**
 * One list of both tiers, each page once. What the jump tier found completely keeps its order, and full text follows;
 * where it found only parts, the ranks of both count.
 */
export function mergeTiers(
  { hits, isRelaxed, query, near }: JumpAnswer,
  passages: readonly Passage[],
  documentAt: ReadonlyMap<string, SearchDocument>,
): Result[] {
  const passageAt = new Map(passages.map((passage) => [passage.address, passage]));
  const jumps = hits.map(({ document, terms }) => ({ document, terms, passage: passageAt.get(document.address) }));
  const found = new Set(hits.map(({ document }) => document.address));
  const isSubject = hits.length > 0 || query.isQuestion;
  const isNear = (address: string) => near.some((document) => document.address === address);
  const others = passages
    .filter(({ address, coverage }) => !found.has(address) && coverage >= leastCoverage)
    .filter(({ spread, address }) => isSubject || isNear(address) || spread <= mostSpread)
    .map((passage) => ({
      document: documentAt.get(passage.address) ?? unlisted(passage),
      terms: new Set<string>(),
      passage,
    }))
    // Pages that list others have all their words.
    .toSorted((a, b) => Number(a.document.kind === 'Page') - Number(b.document.kind === 'Page'));
  if (!isRelaxed) return [...jumps, ...others];
  const jumpRank = new Map(
    hits.map(({ document, exactness }, rank) => [document.address, exactness >= exact ? -rankConstant + 0.01 : rank]),
  );
  const textRank = new Map(passages.map(({ address }, rank) => [address, rank]));
  const weigh = (rank: number | undefined) => (rank === undefined ? 0 : 1 / (rankConstant + rank));
  const scoreOf = ({ document: { address } }: Result) =>
    weigh(jumpRank.get(address)) + textWeight * weigh(textRank.get(address));
  return [...jumps, ...others].toSorted((a, b) => scoreOf(b) - scoreOf(a));
}

/** A page that full text knows and the jump tier does not. */
function unlisted({ title, address }: Passage): SearchDocument {
  return { kind: 'Page', title, aliases: [], asks: [], summary: '', level: '', area: '', address };
}
