import { isLearned, isSettled, type Marks, stateOf } from '#features/progress/index.ts';

/** A roadmap with the ids of its topics as the reader takes them, in order. */
export interface RoadmapTopics {
  readonly id: string;
  readonly title: string;
  readonly topics: readonly string[];
}

/** A roadmap that the reader has begun. */
export interface StartedRoadmap extends RoadmapTopics {
  readonly done: number;
}

/** The roadmaps with a topic that is learned or under way: those with the most learned first, the shorter of two alike. */
export function startedRoadmaps(roadmaps: readonly RoadmapTopics[], marks: Marks): readonly StartedRoadmap[] {
  const isBegun = (id: string) => isLearned(stateOf(marks, id)) || stateOf(marks, id) === 'learning';
  return roadmaps
    .filter(({ topics }) => topics.some(isBegun))
    .map((roadmap) => ({ ...roadmap, done: roadmap.topics.filter((id) => isLearned(stateOf(marks, id))).length }))
    .toSorted((a, b) => b.done - a.done || a.topics.length - b.topics.length);
}

/** The topic of a roadmap to go on with: one that is under way, or else the first after the last learned that is open. */
export function nextTopic({ topics }: RoadmapTopics, marks: Marks): string | undefined {
  const isOpen = (id: string) => !isSettled(stateOf(marks, id));
  const last = topics.findLastIndex((id) => isLearned(stateOf(marks, id)));
  return (
    topics.find((id) => stateOf(marks, id) === 'learning') ??
    [...topics.slice(last + 1), ...topics.slice(0, last + 1)].find(isOpen)
  );
}
