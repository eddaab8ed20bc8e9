import { partOf } from '#lib/browser/part-of.ts';
import { dayWords } from '../due.ts';
import type { KnownCard } from '../queue.ts';
import { dayOf, type Moment } from '../review.ts';

const task =
  'Write it once more from an empty editor, without hints. It counts as remembered when its checks pass. Your earlier code is kept.';

/** Offers a lab that came back, or says how it went once it was done today. */
export function showLab(session: HTMLElement, { card, memory }: KnownCard, now: Moment): void {
  const today = dayOf(now);
  const part = partOf(session, '[data-lab]');
  part.hidden = card.kind !== 'lab';
  if (part.hidden) return;
  const isDone = memory?.lastDay === today;
  const returns = memory && isDone ? `It returns ${dayWords(memory.due, today)}.` : '';
  partOf(part, '[data-lab-said]').textContent = isDone
    ? [memory.lastGrade > 1 && 'Passed again: you remembered it.', returns].filter(Boolean).join(' ')
    : `${task} About ${card.minutes} minutes.`;
  const open = partOf<HTMLAnchorElement>(part, '[data-open]');
  open.href = `${card.address}#review`;
  open.hidden = isDone;
  const skip = partOf(part, '[data-skip]');
  skip.textContent = isDone ? 'Next' : 'Not today';
  skip.classList.toggle('button-strong', isDone);
}
