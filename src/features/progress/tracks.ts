import { isLearned, isSettled, type Marks, stateOf, travelledStops } from './progress.ts';

/** Every roadmap with its topics in order, as `/progress/roadmaps.json` holds them. Topics are numbers of the list. */
export interface Tracks {
  readonly topics: readonly (readonly [id: string, title: string])[];
  readonly roadmaps: Readonly<Record<string, Track>>;
}

interface Track {
  readonly title: string;
  readonly phases: readonly TrackPhase[];
}

interface TrackPhase {
  readonly id: string;
  readonly title: string;
  readonly stops: readonly number[];
  /** The topics of each branch to choose from, the default first. */
  readonly branches?: readonly (readonly number[])[];
}

/** Where a reader is on a roadmap with a topic that was just finished. */
export interface Standing {
  readonly roadmapTitle: string;
  readonly done: number;
  readonly total: number;
  /** The next topic that is neither learned nor skipped, from this one on; undefined when all are. */
  readonly next: { readonly id: string; readonly title: string } | undefined;
  /** The topic's phase when nothing of it is left to do. */
  readonly finished: Pick<TrackPhase, 'id' | 'title'> | undefined;
}

/** Counts a roadmap as its bar does, and finds what is next; undefined when the roadmap is unknown. */
export function standingOn(
  { topics, roadmaps }: Tracks,
  { roadmap, topic, marks }: { readonly roadmap: string; readonly topic: string; readonly marks: Marks },
): Standing | undefined {
  const track = roadmaps[roadmap];
  if (!track) return undefined;
  const idOf = (number: number) => topics[number]?.[0] ?? '';
  const counted = (numbers: readonly number[]) => numbers.map((number) => ({ id: idOf(number), hours: 0 }));
  const trunk = track.phases.flatMap(({ stops }) => counted(stops));
  const branches = track.phases.flatMap((phase) => phase.branches ?? []).map(counted);
  const travelled = new Set(travelledStops(trunk, { branches, marks }).map(({ id }) => id));
  const phases = track.phases.map(({ id, title, stops, branches: choice = [] }) => ({
    id,
    title,
    ids: [...stops, ...choice.flat()].map(idOf).filter((each) => travelled.has(each)),
  }));
  const order = [...new Set(phases.flatMap(({ ids }) => ids))];
  const isOpen = (id: string) => !isSettled(stateOf(marks, id));
  const here = order.indexOf(topic);
  const next = [...order.slice(here + 1), ...order.slice(0, Math.max(0, here))].find(isOpen);
  const phase = phases.find(({ ids }) => ids.includes(topic));
  const isFinished = phase !== undefined && !phase.ids.some(isOpen);
  return {
    roadmapTitle: track.title,
    done: order.filter((id) => isLearned(stateOf(marks, id))).length,
    total: order.length,
    next: next === undefined ? undefined : { id: next, title: topics.find(([id]) => id === next)?.[1] ?? next },
    finished: isFinished ? { id: phase.id, title: phase.title } : undefined,
  };
}
