import { readJson } from '#lib/stored-file.ts';
import { type Score, scores } from './state.ts';

/** Where a tab keeps it. */
export const underWayKey = 'wayline:interview';

/** An interview that is not finished, so that a reload does not lose it. */
export interface UnderWay {
  /** The query part of the interview's address, which stands for its questions. */
  readonly search: string;
  /** What was answered so far, in the order of the questions. */
  readonly answered: readonly { readonly score: Score | 'none'; readonly notes: string }[];
  /** Notes on the present question. */
  readonly notes: string;
  /** Seconds on the clock. */
  readonly seconds: number;
}

/** Reads what `JSON.stringify` made of an interview; undefined for anything else. */
export function readUnderWay(text: string | undefined): UnderWay | undefined {
  const { search, answered, notes, seconds } = (readJson(text ?? '') ?? {}) as Readonly<Record<string, unknown>>;
  if (typeof search !== 'string' || typeof notes !== 'string' || !isSeconds(seconds)) return undefined;
  return Array.isArray(answered) && answered.every(isAnswer) ? { search, answered, notes, seconds } : undefined;
}

const isSeconds = (value: unknown): value is number => Number.isInteger(value) && (value as number) >= 0;

function isAnswer(value: unknown): value is UnderWay['answered'][number] {
  const { score, notes } = (value ?? {}) as Readonly<Record<string, unknown>>;
  return typeof notes === 'string' && [...scores, 'none'].includes(score as Score);
}
