import { isOnFirstSteps, nextTopic } from './next-topic.ts';
import { isLearned, type Marks, stateOf } from './progress.ts';
import {
  branchesOf,
  type FirstStep,
  type Position,
  positionOn,
  type RoadmapIndex,
  type TrackedTopic,
  topicsOn,
} from './roadmap-index.ts';

/** The roadmap of someone who has chosen none. */
const firstRoadmap = 'beginner';

/** Where a reader is on the roadmap that they go on with. */
export interface CurrentPosition extends Pick<Position, 'roadmapTitle' | 'done' | 'total' | 'next'> {
  readonly roadmap: string;
  /** The topics of the roadmap as this reader takes them, in order. */
  readonly topics: readonly TrackedTopic[];
  /** When something was marked last, in milliseconds since 1970. */
  readonly lastAt: number | undefined;
  /** Where the reader is among the first steps; undefined for someone who is beyond them. */
  readonly firstSteps: FirstSteps | undefined;
}

/** How far a reader is with the labs that come before the first topic. */
export interface FirstSteps {
  readonly labs: readonly FirstStep[];
  readonly next: FirstStep;
  readonly passed: number;
}

/**
 * The roadmap to go on with, and what is next there: one of its first steps, or else a topic.
 * @param last the id of the roadmap that the reader followed last.
 * @param chosenBranch which of these branches of a roadmap the reader has chosen.
 */
export function currentPosition(
  index: RoadmapIndex,
  {
    marks,
    last,
    passedLabs,
    chosenBranch,
  }: {
    readonly marks: Marks;
    readonly last: string | undefined;
    readonly passedLabs: ReadonlySet<string>;
    readonly chosenBranch: (branches: readonly string[]) => string | undefined;
  },
): CurrentPosition | undefined {
  const latest = latestMark(marks);
  const roadmap = roadmapToContinue(index, { marks, last, topic: latest?.topic });
  const reader = { roadmap, marks, branch: chosenBranch(branchesOf(index, roadmap)) };
  const position = positionOn(index, { ...reader, topic: latest?.topic });
  if (!position) return undefined;
  const topics = topicsOn(index, reader);
  const firstSteps = firstStepsOn(index.roadmaps[roadmap]?.steps ?? [], { passedLabs, learned: position.done });
  return { ...position, next: nextTopic(topics, marks), roadmap, topics, lastAt: latest?.at, firstSteps };
}

function firstStepsOn(
  labs: readonly FirstStep[],
  { passedLabs, learned }: { readonly passedLabs: ReadonlySet<string>; readonly learned: number },
): FirstSteps | undefined {
  const open = labs.filter(([id]) => !passedLabs.has(id));
  const passed = labs.length - open.length;
  const [next] = open;
  return next && isOnFirstSteps({ passed, total: labs.length, learned }) ? { labs, next, passed } : undefined;
}

/** What a "Continue" leads to, from the root of the site; undefined when the roadmap is finished. */
export function continueWith({
  firstSteps,
  next,
  roadmap,
}: CurrentPosition): { title: string; address: string } | undefined {
  if (firstSteps) {
    const [id, title] = firstSteps.next;
    return { title, address: `labs/${id}/` };
  }
  return next && { title: next.title, address: `topics/${next.id}/?line=${roadmap}` };
}

/** The topic that was marked last and is not taken back, and when, in milliseconds since 1970. */
function latestMark(marks: Marks): { readonly topic: string; readonly at: number } | undefined {
  const set = [...marks].filter(([, { state }]) => state !== 'none');
  const [latest] = set.toSorted(([, a], [, b]) => b.at - a.at);
  return latest && { topic: latest[0], at: latest[1].at };
}

/**
 * The roadmap to go on with: the one that the reader followed last; without one the roadmap that has the topic marked last
 * and the most topics done; the Beginner path for someone who has marked nothing.
 */
function roadmapToContinue(
  index: RoadmapIndex,
  {
    marks,
    last,
    topic,
  }: { readonly marks: Marks; readonly last: string | undefined; readonly topic: string | undefined },
): string {
  if (last !== undefined && last in index.roadmaps) return last;
  const learnedOn = (roadmap: string) =>
    topicsOn(index, { roadmap, marks, branch: undefined }).filter(({ id }) => isLearned(stateOf(marks, id))).length;
  const passing = Object.keys(index.roadmaps).filter((roadmap) =>
    topicsOn(index, { roadmap, marks, branch: undefined }).some(({ id }) => id === topic),
  );
  const [best] = passing.toSorted((a, b) => learnedOn(b) - learnedOn(a));
  return best ?? firstRoadmap;
}
