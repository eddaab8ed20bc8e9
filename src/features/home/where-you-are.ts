import { isLearned, type Marks, stateOf, type Tracks, topicsOn } from '#features/progress/index.ts';

/** The roadmap of someone who has chosen none. */
const firstRoadmap = 'beginner';

/** The topic that was marked last and is not taken back, and when, in milliseconds since 1970. */
export function latestMark(marks: Marks): { readonly topic: string; readonly at: number } | undefined {
  const set = [...marks].filter(([, { state }]) => state !== 'none');
  const [latest] = set.toSorted(([, a], [, b]) => b.at - a.at);
  return latest && { topic: latest[0], at: latest[1].at };
}

/**
 * The roadmap to go on with: the one that the reader followed last; without one the roadmap that has the topic marked last
 * and the most topics done; the Beginner path for someone who has marked nothing.
 */
export function roadmapToContinue(
  tracks: Tracks,
  {
    marks,
    last,
    topic,
  }: { readonly marks: Marks; readonly last: string | undefined; readonly topic: string | undefined },
): string {
  if (last !== undefined && last in tracks.roadmaps) return last;
  const learnedOn = (roadmap: string) =>
    topicsOn(tracks, { roadmap, marks, branch: undefined }).filter(({ id }) => isLearned(stateOf(marks, id))).length;
  const passing = Object.keys(tracks.roadmaps).filter((roadmap) =>
    topicsOn(tracks, { roadmap, marks, branch: undefined }).some(({ id }) => id === topic),
  );
  const [best] = passing.toSorted((a, b) => learnedOn(b) - learnedOn(a));
  return best ?? firstRoadmap;
}

/** The hours of study of the topics that were finished since Monday, in the reader's own time zone. */
export function hoursThisWeek({ topics }: Tracks, marks: Marks, now: Date): number {
  const monday = new Date(now);
  monday.setHours(0, 0, 0, 0);
  monday.setDate(monday.getDate() - ((monday.getDay() + 6) % 7));
  const hoursOf = new Map(topics.map(([id, , , hours]) => [id, hours]));
  const finished = [...marks].filter(([, { state, at }]) => isLearned(state) && at >= monday.getTime());
  return Math.round(finished.reduce((sum, [id]) => sum + (hoursOf.get(id) ?? 0), 0));
}
