import { marksFormat } from '#features/progress/index.ts';
import { download } from '#lib/browser/download.ts';
import { partOf } from '#lib/browser/part-of.ts';
import type { StateError } from '#lib/browser/stored-state.ts';
import { practiceFormat } from '../practice-file.ts';
import { practice } from './practice-store.ts';

/** What is said when the practice room's memory may not last. */
export const practiceErrorTexts = {
  blocked:
    'Your browser does not let this site store anything. Answers only last until you leave this page; export them below to keep them.',
  full: 'Your browser’s storage is full. Answers only last until you leave this page; export them below to keep them.',
  corrupt:
    'Your stored answers could not be read. They were set aside, not deleted (see “My progress”). New answers are stored.',
  partly:
    'Some of your stored answers could not be read. They were set aside, not deleted (see “My progress”). All others are in use.',
  stuck:
    'Some of your stored answers could not be read, and there is no room to set them aside. New answers only last until you leave this page; export them below to keep them.',
  future:
    'Your answers were stored by a newer version of this site. Reload the page to use them; until then, answers are not stored.',
} as const satisfies Record<StateError, string>;

/** The words for a stored answer, or for one that could not be stored. */
export function keptWords(words: string): string {
  const isLost = practice.error !== undefined && !['corrupt', 'partly'].includes(practice.error);
  return isLost ? 'This could not be stored in your browser, so it won’t come back for review.' : words;
}

/** Downloads the answers: where nothing can be stored, this page holds the only copy. */
export function exportAnswers(): void {
  const backup = { ...marksFormat.toPlain(new Map()), practice: practiceFormat.toPlain(practice.value) };
  download(JSON.stringify(backup), { name: 'wayline-practice.json', type: 'application/json' });
}

/** Shows the words for an error; what was said once stays for the visit. */
export function showError(element: HTMLElement, error: StateError | undefined): void {
  if (error) showNotice(element, practiceErrorTexts[error]);
}

export function showNotice(element: HTMLElement, text: string): void {
  const notice = partOf(element, '[data-error]');
  notice.hidden = false;
  notice.textContent = text;
}
