import { memoize } from './memoize.ts';
import { type Phase, type RoadmapPage, roadmapPages, type Stop } from './roadmap-page.ts';
import type { LineRef, TopicRef } from './site-content.ts';

/** A topic as a stage of one roadmap. */
export interface RoadmapPlace {
  readonly line: LineRef;
  readonly phase: Pick<Phase, 'id' | 'title'>;
  /** Its place among the topics of the roadmap, counted from 1. */
  readonly position: number;
  readonly total: number;
  readonly previous: TopicRef | undefined;
  /** The next topic that the roadmap needs; the one behind this where all that follow are recommended. */
  readonly next: TopicRef | undefined;
}

/**
 * The roadmaps that a topic is on, in the order of the network; those that have it in one of their branches only come last.
 */
export function placesOf(topicId: string): readonly RoadmapPlace[] {
  return allPlaces().get(topicId) ?? [];
}

interface Step extends Pick<Stop, 'topic' | 'need'> {
  readonly phase: Phase;
  /** Whether the topic belongs to a branch, which the reader may not have chosen. */
  readonly isBranch: boolean;
}

const allPlaces = memoize((): ReadonlyMap<string, readonly RoadmapPlace[]> => {
  const found = roadmapPages().flatMap((page) => {
    const steps = waysOf(page).flatMap((way) => way.map((step, index) => ({ way, step, index })));
    // A topic on several branches has its place on the first.
    return [...Map.groupBy(steps, ({ step }) => step.topic.id).values()]
      .flatMap(([first]) => first ?? [])
      .map(({ way, step, index }) => ({ step, place: toPlace(page, { steps: way, index }) }));
  });
  const trunkFirst = found.toSorted((a, b) => Number(a.step.isBranch) - Number(b.step.isBranch));
  const byTopic = Map.groupBy(trunkFirst, ({ step }) => step.topic.id);
  return new Map([...byTopic].map(([id, list]) => [id, list.map(({ place }) => place)]));
});

function toPlace({ line }: RoadmapPage, { steps, index }: { steps: readonly Step[]; index: number }): RoadmapPlace {
  const { phase } = steps[index] as Step;
  return {
    line,
    phase,
    position: index + 1,
    total: steps.length,
    previous: steps[index - 1]?.topic,
    next: (steps.slice(index + 1).find(({ need }) => need === 'must') ?? steps[index + 1])?.topic,
  };
}

/** The topics of a roadmap in order, once with its default branch and once with each other branch in place. */
function waysOf({ phases, branches }: RoadmapPage): readonly (readonly Step[])[] {
  const ids = branches.length > 0 ? branches.map(({ id }) => id) : [undefined];
  return ids.map((id) =>
    phases.flatMap((phase) => {
      const toSteps = (stops: readonly Stop[], isBranch: boolean) =>
        stops.map(({ topic, need }): Step => ({ topic, need, phase, isBranch }));
      const branch = phase.branches.find((each) => each.id === id);
      return [...toSteps(phase.stops, false), ...toSteps(branch?.stops ?? [], true)];
    }),
  );
}
