import { type OrderedTopic, topicAfter } from './next-topic.ts';
import { type CountedStop, countStops, isSettled, type Marks, stateOf, takenBranch } from './progress.ts';

/** A topic with the minutes it takes to read and the hours it takes to study, practice included. */
type IndexedTopic = readonly [id: string, title: string, minutes: number, hours: number];

/** Every roadmap with its topics in order, as in `/progress/roadmaps.json`. Topics are given by their place in `topics`. */
export interface RoadmapIndex {
  readonly topics: readonly IndexedTopic[];
  readonly roadmaps: Readonly<Record<string, IndexedRoadmap>>;
}

/** A lab of the first steps, with the minutes that it takes. */
export type FirstStep = readonly [id: string, title: string, minutes: number];

interface IndexedRoadmap {
  readonly title: string;
  /** Labs before the first topic. */
  readonly steps?: readonly FirstStep[];
  readonly phases: readonly IndexedPhase[];
}

export interface IndexedPhase {
  readonly id: string;
  readonly title: string;
  readonly stops: readonly number[];
  /** Which of the topics are recommended or optional. */
  readonly extras?: readonly number[];
  /** Which of them are optional: they add no hours. */
  readonly optional?: readonly number[];
  /** The branches, the default first, each with its topics in the phase. */
  readonly branches?: readonly { readonly id: string; readonly stops: readonly number[] }[];
}

/** Where a reader is on a roadmap with a topic that was just finished. */
export interface Position {
  readonly roadmapTitle: string;
  readonly done: number;
  readonly total: number;
  /** The next topic that is neither learned nor skipped, required ones first; undefined when all are. */
  readonly next: TrackedTopic | undefined;
  /** The topic's phase, if nothing in it is left to do. */
  readonly finished: Pick<IndexedPhase, 'id' | 'title'> | undefined;
}

/** The ids of the branches that a roadmap offers. */
export function branchesOf({ roadmaps }: RoadmapIndex, roadmap: string): readonly string[] {
  const phases = roadmaps[roadmap]?.phases ?? [];
  return [...new Set(phases.flatMap(({ branches = [] }) => branches.map(({ id }) => id)))];
}

/** A topic of a roadmap as its reader takes it. */
export interface TrackedTopic extends OrderedTopic, CountedStop {
  readonly title: string;
  /** How long it takes to read once. */
  readonly minutes: number;
  readonly phase: Pick<IndexedPhase, 'id' | 'title'>;
}

/** A roadmap, and what decides which of its topics the reader takes. */
interface Reader {
  readonly roadmap: string;
  readonly marks: Marks;
  /** The id of the branch that the reader chose. */
  readonly branch: string | undefined;
}

/** The topics of a roadmap in order, with the branch that the reader takes; none for an unknown roadmap. */
export function topicsOn(index: RoadmapIndex, reader: Reader): readonly TrackedTopic[] {
  const phases = index.roadmaps[reader.roadmap]?.phases ?? [];
  const toTopic = (number: number, { id: phase, title: phaseTitle, extras, optional }: IndexedPhase) => {
    const [id, title, minutes, hours] = index.topics[number] ?? ['', '', 0, 0];
    return {
      id,
      title,
      minutes,
      hours: optional?.includes(number) ? 0 : hours,
      isRequired: !extras?.includes(number),
      phase: { id: phase, title: phaseTitle },
    };
  };
  const stopsOn = (phase: IndexedPhase, branch: string | undefined) =>
    phase.branches?.find(({ id }) => id === branch)?.stops.map((number) => toTopic(number, phase)) ?? [];
  const branches = branchesOf(index, reader.roadmap).map((id) => ({
    id,
    stops: phases.flatMap((phase) => stopsOn(phase, id)),
  }));
  const taken = takenBranch(branches, { marks: reader.marks, chosen: reader.branch })?.id;
  return phases.flatMap((phase) => [...phase.stops.map((number) => toTopic(number, phase)), ...stopsOn(phase, taken)]);
}

/**
 * Counts a roadmap as its own page does, and finds what is next; undefined for an unknown roadmap.
 * @param topic the topic that was just finished; undefined to start at the beginning.
 */
export function positionOn(
  index: RoadmapIndex,
  { topic, ...reader }: Reader & { readonly topic: string | undefined },
): Position | undefined {
  const track = index.roadmaps[reader.roadmap];
  if (!track) return undefined;
  const { marks } = reader;
  const order = topicsOn(index, reader);
  const { done, total } = countStops(order, marks);
  const isOpen = ({ id }: TrackedTopic) => !isSettled(stateOf(marks, id));
  const phase = order.find(({ id }) => id === topic)?.phase;
  const isFinished = phase !== undefined && !order.some((each) => each.phase.id === phase.id && isOpen(each));
  return {
    roadmapTitle: track.title,
    done,
    total,
    next: topicAfter(order, { marks, topic }),
    finished: isFinished ? phase : undefined,
  };
}
