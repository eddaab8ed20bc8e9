import { type OrderedTopic, topicAfter } from './next-topic.ts';
import { isLearned, isSettled, type Marks, stateOf, travelledStops } from './progress.ts';

/** A topic with the minutes to read it and the hours of study, practice included. */
type TrackTopic = readonly [id: string, title: string, minutes: number, hours: number];

/** Every roadmap with its topics in order, as `/progress/roadmaps.json` holds them. Topics are numbers of the list. */
export interface Tracks {
  readonly topics: readonly TrackTopic[];
  readonly roadmaps: Readonly<Record<string, Track>>;
}

/** A lab of the first steps, with the minutes that it takes. */
export type FirstStep = readonly [id: string, title: string, minutes: number];

interface Track {
  readonly title: string;
  /** Labs before the first topic. */
  readonly steps?: readonly FirstStep[];
  readonly phases: readonly TrackPhase[];
}

interface TrackPhase {
  readonly id: string;
  readonly title: string;
  readonly stops: readonly number[];
  /** Which of the topics are recommended or optional. */
  readonly extras?: readonly number[];
  /** The branches to choose from, the default first: the roadmap that each follows, and its topics. */
  readonly branches?: readonly { readonly id: string; readonly stops: readonly number[] }[];
}

/** Where a reader is on a roadmap with a topic that was just finished. */
export interface Standing {
  readonly roadmapTitle: string;
  readonly done: number;
  readonly total: number;
  /** The next topic that is neither learned nor skipped, required ones first; undefined when all are. */
  readonly next: TrackedTopic | undefined;
  /** The topic's phase when nothing of it is left to do. */
  readonly finished: Pick<TrackPhase, 'id' | 'title'> | undefined;
}

/** The ids of the branches that a roadmap offers. */
export function branchesOf({ roadmaps }: Tracks, roadmap: string): readonly string[] {
  return roadmaps[roadmap]?.phases.flatMap(({ branches = [] }) => branches.map(({ id }) => id)) ?? [];
}

/** A topic of a roadmap as its reader takes it. */
export interface TrackedTopic extends OrderedTopic {
  readonly title: string;
  /** To read it once. */
  readonly minutes: number;
  /** Of study, practice included. */
  readonly hours: number;
  readonly phase: Pick<TrackPhase, 'id' | 'title'>;
}

/** What decides which topics of a roadmap a reader takes. */
interface Reader {
  readonly marks: Marks;
  /** The branch that the reader chose, by the id of its roadmap. */
  readonly branch: string | undefined;
}

/** The topics of a roadmap in order, each once, with the branch that the reader takes; none for an unknown roadmap. */
export function topicsOn(
  { topics, roadmaps }: Tracks,
  { roadmap, marks, branch }: Reader & { readonly roadmap: string },
): readonly TrackedTopic[] {
  const phases = roadmaps[roadmap]?.phases ?? [];
  const counted = (numbers: readonly number[]) =>
    numbers.flatMap((number) => {
      const [id, , , hours] = topics[number] ?? [];
      return id === undefined ? [] : [{ id, hours: hours ?? 0 }];
    });
  const choices = phases.flatMap((phase) => phase.branches ?? []);
  const taken = travelledStops(
    phases.flatMap(({ stops }) => counted(stops)),
    {
      branches: choices.map(({ stops }) => counted(stops)),
      marks,
      chosen: choices.findIndex(({ id }) => id === branch),
    },
  );
  const left = new Set(taken.map(({ id }) => id));
  return phases.flatMap((phase) =>
    [...phase.stops, ...(phase.branches ?? []).flatMap(({ stops }) => stops)].flatMap((number) => {
      const [id = '', title = '', minutes = 0, hours = 0] = topics[number] ?? [];
      if (!left.delete(id)) return [];
      const isRequired = !phase.extras?.includes(number);
      return { id, title, minutes, hours, isRequired, phase: { id: phase.id, title: phase.title } };
    }),
  );
}

/**
 * Counts a roadmap as its own page does, and finds what is next; undefined when the roadmap is unknown.
 * @param topic the topic that was just finished, or the last one; undefined to begin at the start.
 */
export function standingOn(
  tracks: Tracks,
  { topic, ...reader }: Reader & { readonly roadmap: string; readonly topic: string | undefined },
): Standing | undefined {
  const track = tracks.roadmaps[reader.roadmap];
  if (!track) return undefined;
  const { marks } = reader;
  const order = topicsOn(tracks, reader);
  const isOpen = ({ id }: TrackedTopic) => !isSettled(stateOf(marks, id));
  const phase = order.find(({ id }) => id === topic)?.phase;
  const isFinished = phase !== undefined && !order.some((each) => each.phase.id === phase.id && isOpen(each));
  return {
    roadmapTitle: track.title,
    done: order.filter(({ id }) => isLearned(stateOf(marks, id))).length,
    total: order.length,
    next: topicAfter(order, { marks, topic }),
    finished: isFinished ? phase : undefined,
  };
}
