import { StoredState } from '#lib/browser/stored-state.ts';
import { practiceFormat } from '../practice-file.ts';
import { type Grade, type Moment, normalizeHistories, withoutLast, withReview, withReviews } from '../review.ts';
import type { Settings } from '../settings.ts';
import { emptyState, gradeOf, type Interview, mergeStates, type PracticeState } from '../state.ts';

/** Everything that the practice room keeps of the reader, shared by all tabs. */
export const practice = new StoredState<PracticeState>({
  key: 'wayline:practice',
  empty: emptyState,
  ...practiceFormat,
  merge: mergeStates,
});

/** The reader's clock. */
export function momentNow(): Moment {
  const now = new Date();
  return { at: now.getTime(), offset: -now.getTimezoneOffset() };
}

/** Keeps an answer to a card. */
export function recordAnswer(id: string, grade: Grade): Promise<void> {
  const now = momentNow();
  return practice.change((state) => ({
    ...state,
    histories: withReview(normalizeHistories(state.histories, now), id, { ...now, grade }),
  }));
}

/** Takes the last answer to a card back. */
export function takeAnswerBack(id: string): Promise<void> {
  return practice.change((state) => ({ ...state, histories: withoutLast(state.histories, id) }));
}

export function changeSettings(settings: Partial<Settings>): Promise<void> {
  return practice.change((state) => ({
    ...state,
    settings: { ...state.settings, ...settings },
    settingsAt: Math.max(Date.now(), state.settingsAt + 1),
  }));
}

/** Keeps a finished interview, and its scores as answers to the cards. */
export function recordInterview(questions: Interview['questions']): Promise<void> {
  const now = momentNow();
  const reviews = questions.flatMap(([id, score]) =>
    score === 'none' ? [] : [[id, { ...now, grade: gradeOf[score] }] as const],
  );
  return practice.change((state) => ({
    ...state,
    interviews: [...state.interviews, { at: now.at, questions }],
    histories: withReviews(normalizeHistories(state.histories, now), reviews),
  }));
}

/** Moves reviews from the future to the present, so that no card stays hidden after the clock was set back. */
export function normalizeClock(): void {
  const now = momentNow();
  if (normalizeHistories(practice.value.histories, now) !== practice.value.histories)
    void practice.change((state) => ({ ...state, histories: normalizeHistories(state.histories, now) }));
}
