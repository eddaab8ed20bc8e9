import type { SearchDocument } from '../document.ts';
import { type Filters, passes } from '../filters.ts';
import { fullTextWords } from '../full-text-words.ts';
import type { JumpAnswer } from '../hit.ts';
import { mergeTiers, type Passage, type Result } from '../merge.ts';
import { suggestDocuments } from '../suggest.ts';
import { findPassages } from './full-text.ts';
import { type LoadedIndex, loadIndex } from './load-index.ts';
import { loadSearches } from './load-words.ts';

/** What the reader asks for. */
export interface Request {
  readonly text: string;
  readonly filters: Filters;
  /** Whether to search misspelt words as they are. */
  readonly isLiteral: boolean;
}

/** An answer, first of the jump tier alone, then of both. */
export interface Answer {
  readonly request: Request;
  readonly isComplete: boolean;
  readonly results: readonly Result[];
  /** The same without filters. */
  readonly unfiltered: readonly SearchDocument[];
  readonly query: JumpAnswer['query'];
  readonly areaTitles: ReadonlyMap<string, string>;
  /** What to look at when nothing was found. */
  readonly suggestions: readonly SearchDocument[];
  /** Whether the full text could not be searched. */
  readonly isPartial: boolean;
}

/** Lets the typed letter appear first, and spares answers to letters typed in one breath. */
const pauseBeforeJump = 30;
const pauseBeforeFullText = 150;
const mostResults = 30;

/** Searches both tiers, the quick one at once. Ends early when the signal says that another query took over. */
export async function* runSearch(base: string, request: Request, signal: AbortSignal): AsyncGenerator<Answer> {
  const index = await loadIndex(base);
  await pause(pauseBeforeJump);
  if (signal.aborted) return;
  const jump = index.jump.find(request.text, request.isLiteral);
  yield toAnswer(index, { request, jump, passages: [], isComplete: false });
  await pause(pauseBeforeFullText);
  if (signal.aborted) return;
  const full = await searchBehind(base, { index, request, jump });
  if (!signal.aborted) yield toAnswer(index, { request, ...full, isComplete: true });
}

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

interface Found {
  readonly jump: JumpAnswer;
  /** Undefined when the texts could not be searched. */
  readonly passages: readonly Passage[] | undefined;
}

interface Quick {
  readonly index: LoadedIndex;
  readonly request: Request;
  readonly jump: JumpAnswer;
}

/** What searches and the full text add to a quick answer. */
async function searchBehind(base: string, { index, request, jump }: Quick): Promise<Found> {
  const passagesFor = async ({ query }: JumpAnswer) =>
    query.isForeign ? [] : findPassages(base, { words: fullTextWords(query.slots), filters: request.filters });
  const again = async (answer: JumpAnswer, isLiteral: boolean) =>
    index.jump.findAgain(answer, await loadSearches(base, answer.query, index.edition), isLiteral);
  let found = jump;
  try {
    if (jump.query.corrections.length === 0) {
      const [answer, passages] = await Promise.all([again(jump, request.isLiteral), passagesFor(jump)]);
      return { jump: answer, passages };
    }
    found = await again(jump, request.isLiteral);
    if (found.query.corrections.length > 0) {
      // A word that only running text has is no mistake.
      const literal = index.jump.find(request.text, true);
      const passages = await passagesFor(literal);
      if (passages.some(({ coverage }) => coverage === 1)) return { jump: await again(literal, true), passages };
    }
    return { jump: found, passages: await passagesFor(found) };
  } catch {
    return { jump: found, passages: undefined };
  }
}

function toAnswer(
  index: LoadedIndex,
  { request, jump, passages, isComplete }: Found & { request: Request; isComplete: boolean },
): Answer {
  const merged = mergeTiers(jump, passages ?? [], index.documentAt);
  const results = merged.filter(({ document }) => passes(document, request.filters)).slice(0, mostResults);
  return {
    request,
    isComplete,
    results,
    unfiltered: merged.map(({ document }) => document),
    query: jump.query,
    areaTitles: index.areaTitles,
    suggestions: results.length > 0 ? [] : suggestDocuments(request.text, index.jump.documents, jump.near),
    isPartial: passages === undefined,
  };
}
