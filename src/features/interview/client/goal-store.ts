import { StoredState } from '#lib/browser/stored-state.ts';
import { laterPreparation, noPreparation, type Preparation, preparationFormat } from '../goal-file.ts';
import { daysBetween } from '../prepare.ts';

/** The interview that the reader prepares for, shared by all tabs. */
export const preparation = new StoredState<Preparation>({
  key: 'wayline:interview-goal',
  empty: noPreparation,
  ...preparationFormat,
  merge: laterPreparation,
});

/** Keeps a change of the goal or of today's set. */
export function keepPreparation(change: Partial<Preparation>): Promise<void> {
  return preparation.change((before) => ({ ...before, ...change, at: Math.max(Date.now(), before.at + 1) }));
}

/** Today on the reader's clock, YYYY-MM-DD. */
export function today(): string {
  const now = new Date();
  return new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
}

/** "Interview in 14 days"; undefined without a date, and once it is over. */
export function interviewCountdown(): string | undefined {
  const date = preparation.value.goal?.date ?? '';
  const left = date === '' ? -1 : daysBetween(today(), date);
  if (left < 0) return undefined;
  return left === 0 ? 'Interview today' : left === 1 ? 'Interview tomorrow' : `Interview in ${left} days`;
}
