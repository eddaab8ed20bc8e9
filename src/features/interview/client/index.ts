// What the browser code of other features may use.
import { daysBetween } from '../prepare.ts';
import { preparation, today } from './goal-store.ts';

export { preparation } from './goal-store.ts';

/** "Interview in 14 days"; undefined without a date, and once it is over. */
export function interviewCountdown(): string | undefined {
  const { date } = preparation.value.goal ?? { date: '' };
  const left = date === '' ? -1 : daysBetween(today(), date);
  if (left < 0) return undefined;
  return left === 0 ? 'Interview today' : left === 1 ? 'Interview tomorrow' : `Interview in ${left} days`;
}
