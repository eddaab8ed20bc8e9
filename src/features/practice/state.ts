import { type Grade, grades, type Histories, type Moment, mergeHistories, normalizeHistories } from './review.ts';
import { defaultSettings, type Settings } from './settings.ts';

/** How an answer in a mock interview was, by the question's rubric. */
export const scores = ['weak', 'good', 'strong'] as const;

export type Score = (typeof scores)[number];

/** The grade that a score becomes in the queue. */
export const gradeOf: Readonly<Record<Score, Grade>> = { weak: grades.again, good: grades.good, strong: grades.easy };

/** A mock interview that was finished: its questions in order, each with its score, or none where it was left out. */
export interface Interview {
  readonly at: number;
  readonly questions: readonly (readonly [id: string, score: Score | 'none'])[];
}

/** Everything that the practice room keeps of a reader. */
export interface PracticeState {
  readonly histories: Histories;
  readonly settings: Settings;
  /** When the settings were chosen, in milliseconds since 1970; 0 for the defaults. */
  readonly settingsAt: number;
  /** The last interviews, the oldest first. */
  readonly interviews: readonly Interview[];
}

export const emptyState: PracticeState = {
  histories: new Map(),
  settings: defaultSettings,
  settingsAt: 0,
  interviews: [],
};

/** How many interviews are kept. */
const maxInterviews = 30;

/** Joins what two tabs or devices know: every review of both, the newer settings, the latest interviews. */
export function mergeStates(a: PracticeState, b: PracticeState): PracticeState {
  const newer = b.settingsAt > a.settingsAt ? b : a;
  return {
    ...newer,
    histories: mergeHistories(a.histories, b.histories),
    interviews: joinInterviews(a.interviews, b.interviews),
  };
}

/** The latest interviews of both, the oldest first. */
function joinInterviews(a: readonly Interview[], b: readonly Interview[]): readonly Interview[] {
  // Of two at the same moment the same one stays, whichever comes first.
  const sorted = [...a, ...b].toSorted((x, y) => (textOf(x) < textOf(y) ? -1 : 1));
  const byMoment = new Map(sorted.map((interview) => [interview.at, interview]));
  return [...byMoment.values()].toSorted((x, y) => x.at - y.at).slice(-maxInterviews);
}

const textOf = ({ questions }: Interview) => JSON.stringify(questions);

/** Brings what is from the future to the present: a clock that ran ahead must not win forever. */
export function notAfter(state: PracticeState, now: Moment): PracticeState {
  return {
    ...state,
    histories: normalizeHistories(state.histories, now),
    settingsAt: Math.min(state.settingsAt, now.at),
    interviews: state.interviews.map((interview) => ({ ...interview, at: Math.min(interview.at, now.at) })),
  };
}
