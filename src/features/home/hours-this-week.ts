import { isLearned, type Marks, type RoadmapIndex } from '#features/progress/index.ts';

/** The hours of study of the topics that were finished since Monday, in the reader's own time zone. */
export function hoursThisWeek({ topics }: RoadmapIndex, marks: Marks, now: Date): number {
  const monday = new Date(now);
  monday.setHours(0, 0, 0, 0);
  monday.setDate(monday.getDate() - ((monday.getDay() + 6) % 7));
  const hoursOf = new Map(topics.map(([id, , , hours]) => [id, hours]));
  const finished = [...marks].filter(([, { state, at }]) => isLearned(state) && at >= monday.getTime());
  return Math.round(finished.reduce((sum, [id]) => sum + (hoursOf.get(id) ?? 0), 0));
}
