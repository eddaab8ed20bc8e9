import { perCurriculum } from './memoize.ts';
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

const allPlaces = perCurriculum((): ReadonlyMap<string, readonly RoadmapPlace[]> => {
  const found: { readonly id: string; readonly isBranch: boolean; readonly place: RoadmapPlace }[] = [];
  for (const page of roadmapPages()) {
    const known = new Set<string>();
    for (const steps of waysOf(page)) {
      steps.forEach(({ topic: { id }, isBranch }, index) => {
        if (!known.has(id)) found.push({ id, isBranch, place: toPlace(page, { steps, index }) });
        known.add(id);
      });
    }
  }
  const byTopic = Map.groupBy(found, ({ id }) => id);
  return new Map(
    [...byTopic].map(([id, list]) => [
      id,
      list.toSorted((a, b) => Number(a.isBranch) - Number(b.isBranch)).map(({ place }) => place),
    ]),
  );
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
