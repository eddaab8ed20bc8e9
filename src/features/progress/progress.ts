import { keepNewest } from '#lib/dated-entries.ts';
import { lastMoment } from '#lib/stored-file.ts';

/** How far a reader is with a topic. A topic without a mark hasn't been started. */
export const states = ['learning', 'done', 'review', 'skipped'] as const;

export type State = (typeof states)[number];

/** A state that the reader chose, or `none` where a mark was taken back; and when, in milliseconds since 1970. */
export interface Mark {
  readonly state: State | 'none';
  readonly at: number;
}

/** A reader's marks by topic id. Ids of topics that no longer exist are kept. */
export type Marks = ReadonlyMap<string, Mark>;

/** The words for a state on screen. */
export const stateWords = {
  none: 'Not started',
  learning: 'Learning',
  done: 'Done',
  review: 'To review',
  skipped: 'Skipped',
} as const satisfies Record<State | 'none', string>;

export function stateOf(marks: Marks, topicId: string): State | 'none' {
  return marks.get(topicId)?.state ?? 'none';
}

/** Whether someone has learned a topic. A topic to review has been learned. */
export const isLearned = (state: State | 'none') => state === 'done' || state === 'review';

/** Whether a topic doesn't need to be studied anymore: it was learned, or skipped on purpose. */
export const isSettled = (state: State | 'none') => isLearned(state) || state === 'skipped';

/** Changes one mark. No mark is later than a Date can be. */
export function withMark(marks: Marks, topicId: string, mark: Mark): Marks {
  return new Map(marks).set(topicId, { ...mark, at: Math.min(mark.at, lastMoment) });
}

/** Merges two sets of marks item by item. The newer mark wins; of two from the same moment, the later in `states`. */
export function mergeMarks(a: Marks, b: Marks): Marks {
  return keepNewest([...a, ...b], isAhead);
}

/** Moves marks from former ids to the current ones. */
export function renameMarks(marks: Marks, renames: ReadonlyMap<string, string>): Marks {
  return keepNewest(
    [...marks].map(([id, mark]) => [renames.get(id) ?? id, mark]),
    isAhead,
  );
}

const rank = ({ state }: Mark) => states.indexOf(state as State);

const isAhead = (mark: Mark, other: Mark) => rank(mark) > rank(other);

/** Whether a mark belongs to a stage of a project, which is marked done when its tests pass. */
export const stageKey = (project: string, stage: number) => `project-${project}-stage-${stage}`;

export const isStageKey = (key: string) => /^project-.+-stage-\d+$/u.test(key);

/** A topic with the hours that it adds to a roadmap; an optional one adds none. */
export interface CountedStop {
  readonly id: string;
  readonly hours: number;
}

/** The topics of one branch of a roadmap. */
export interface Branch {
  readonly id: string;
  readonly stops: readonly CountedStop[];
}

/**
 * The branch of a roadmap that a reader takes: the chosen one, or else the one with the most progress, or else the first.
 * @param chosen the id of the chosen branch.
 */
export function takenBranch(
  branches: readonly Branch[],
  { marks, chosen }: { marks: Marks; chosen: string | undefined },
): Branch | undefined {
  const markedOn = ({ stops }: Branch) => stops.filter(({ id }) => stateOf(marks, id) !== 'none').length;
  return branches.find(({ id }) => id === chosen) ?? branches.toSorted((a, b) => markedOn(b) - markedOn(a))[0];
}

/** Counts distinct topics. `done` counts those learned; a skipped topic isn't done and takes no hours. */
export function countStops(stops: readonly CountedStop[], marks: Marks) {
  const done = stops.filter(({ id }) => isLearned(stateOf(marks, id)));
  const left = stops.filter(({ id }) => !isSettled(stateOf(marks, id)));
  const sum = (list: readonly CountedStop[]) => Math.round(list.reduce((total, { hours }) => total + hours, 0));
  return { total: stops.length, done: done.length, hoursDone: sum(done), hoursLeft: sum(left) };
}

/** The hours of a roadmap in words: "≈ 12 h done, ≈ 40 h left". */
export function hoursWords({ hoursDone, hoursLeft }: ReturnType<typeof countStops>): string {
  const parts = [hoursDone > 0 ? `≈ ${hoursDone} h done` : '', hoursLeft > 0 ? `≈ ${hoursLeft} h left` : ''];
  return parts.filter(Boolean).join(', ');
}
