import { countPractice, fromPlain, toPlain } from '#domain/practice/file.ts';
import { mergeStates, type PracticeState } from '#domain/practice/state.ts';
import { countText } from '#domain/wording.ts';
import { practice, takeInPractice } from './store.ts';

/** What the practice room puts into an export file. What a newer version stored goes along untouched, for a newer version to read. */
export function practiceToExport(): unknown {
  const { fault, text, value } = practice;
  return fault === 'future' && text !== undefined ? JSON.parse(text) : toPlain(value);
}

/** Takes in what an export file holds for the practice room, and says what came of it. */
export async function importPractice(raw: unknown): Promise<string> {
  const parsed = fromPlain(raw);
  if (!parsed.ok)
    return parsed.fault === 'future'
      ? 'Its practice was written by a newer version of Wayline and was left out.'
      : 'Its practice could not be read and was left out.';
  const before = countPractice(practice.value).answers;
  const added = countPractice(mergeStates(practice.value, parsed.state)).answers - before;
  await takeInPractice(parsed.state);
  const refused = parsed.refused > 0 ? ` ${parsed.refused} entries of practice could not be read.` : '';
  return `Practice: ${countText(Math.max(0, added), 'answer')} added.${refused}`;
}

/** Keeps a line of text in step with how much was practiced. */
export function watchCounts(line: HTMLElement, signal: AbortSignal): void {
  practice.watch((state, fault) => {
    const isNewer = fault === 'future';
    line.hidden = !isNewer && countPractice(state).cards === 0;
    line.textContent = isNewer
      ? 'Practice: stored by a newer version of this site. Reload to use it; an export carries it untouched.'
      : countWords(state);
  }, signal);
}

function countWords(state: PracticeState): string {
  const { cards, answers } = countPractice(state);
  return `Practice: ${countText(answers, 'answer')} to ${countText(cards, 'card')}.`;
}

export function forgetPractice(): void {
  practice.forget();
}
