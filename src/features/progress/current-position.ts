import { isOnFirstSteps, lastMarked, nextTopic } from './next-topic.ts';
import { countStops, type Marks } from './progress.ts';
import { branchesOf, type FirstStep, type RoadmapIndex, type TrackedTopic, topicsOn } from './roadmap-index.ts';

/** The roadmap for someone who hasn't chosen one. */
const firstRoadmap = 'beginner';

/** Where a reader is on the roadmap to continue. */
export interface CurrentPosition {
  readonly roadmap: string;
  readonly roadmapTitle: string;
  /** The topics of the roadmap as this reader takes them, in order. */
  readonly topics: readonly TrackedTopic[];
  readonly done: number;
  readonly total: number;
  /** Undefined when no topic is left. */
  readonly next: TrackedTopic | undefined;
  /** When something was marked last, in milliseconds since 1970. */
  readonly lastAt: number | undefined;
  /** Where the reader is in the first steps; undefined for someone who is past them. */
  readonly firstSteps: FirstSteps | undefined;
}

/** How far a reader is with the labs that come before the first topic. */
export interface FirstSteps {
  readonly labs: readonly FirstStep[];
  readonly next: FirstStep;
  readonly passed: number;
}

interface Options {
  readonly marks: Marks;
  /** The id of the roadmap that the reader followed last. */
  readonly last: string | undefined;
  readonly passedLabs: ReadonlySet<string>;
  /** Which of these branches of a roadmap the reader has chosen. */
  readonly chosenBranch: (branches: readonly string[]) => string | undefined;
}

/** Finds the roadmap to continue and what is next on it: one of its first steps, or else a topic. */
export function currentPosition(index: RoadmapIndex, options: Options): CurrentPosition | undefined {
  const { marks, last, passedLabs, chosenBranch } = options;
  const topic = lastMarked(marks.keys(), marks);
  const roadmap = roadmapToContinue(index, { marks, last, topic });
  const track = index.roadmaps[roadmap];
  if (!track) return undefined;
  const topics = topicsOn(index, { roadmap, marks, branch: chosenBranch(branchesOf(index, roadmap)) });
  const { done, total } = countStops(topics, marks);
  return {
    roadmap,
    roadmapTitle: track.title,
    topics,
    done,
    total,
    next: nextTopic(topics, marks),
    lastAt: marks.get(topic ?? '')?.at,
    firstSteps: firstStepsOn(track.steps ?? [], { passedLabs, learned: done }),
  };
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

/** The target of a "Continue" link, relative to the site's root; undefined when the roadmap is finished. */
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

/**
 * The roadmap to continue: the one that the reader followed last, or else the one with the most topics done among those
 * that have the topic marked last, or else the Beginner path.
 */
function roadmapToContinue(
  index: RoadmapIndex,
  { marks, last, topic }: Pick<Options, 'marks' | 'last'> & { readonly topic: string | undefined },
): string {
  if (last !== undefined && last in index.roadmaps) return last;
  const tracks = Object.keys(index.roadmaps)
    .map((roadmap) => ({ roadmap, topics: topicsOn(index, { roadmap, marks, branch: undefined }) }))
    .filter(({ topics }) => topics.some(({ id }) => id === topic));
  const [best] = tracks.toSorted((a, b) => countStops(b.topics, marks).done - countStops(a.topics, marks).done);
  return best?.roadmap ?? firstRoadmap;
}
