import { isLearned, type Marks, type State, stateOf } from '#features/progress/index.ts';

/** A roadmap with its topics as the reader takes them, in order. */
interface TrackedRoadmap {
  readonly id: string;
  readonly topics: readonly { readonly id: string }[];
}

/** A roadmap that the reader has started. */
export interface StartedRoadmap extends TrackedRoadmap {
  readonly done: number;
}

/** The roadmaps with a topic learned or in progress, the most topics learned first; of two equals, the shorter first. */
export function startedRoadmaps(roadmaps: readonly TrackedRoadmap[], marks: Marks): readonly StartedRoadmap[] {
  const isBegun = (state: State | 'none') => isLearned(state) || state === 'learning';
  return roadmaps
    .filter(({ topics }) => topics.some(({ id }) => isBegun(stateOf(marks, id))))
    .map((roadmap) => ({ ...roadmap, done: roadmap.topics.filter(({ id }) => isLearned(stateOf(marks, id))).length }))
    .toSorted((a, b) => b.done - a.done || a.topics.length - b.topics.length);
}
