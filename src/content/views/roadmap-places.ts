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
 * The roadmaps that a topic is on. Those that name it come first, in the order of the network, then those that have it
 * in one of their branches only, then those that cover it together with another topic.
 */
export function placesOf(topicId: string): readonly RoadmapPlace[] {
  return allPlaces().get(topicId) ?? [];
}

interface Step extends Pick<Stop, 'topic' | 'need'> {
  readonly also: readonly TopicRef[];
  readonly phase: Phase;
  /** Whether the topic belongs to a branch, which the reader may not have chosen. */
  readonly isBranch: boolean;
}

const allPlaces = perCurriculum((): ReadonlyMap<string, readonly RoadmapPlace[]> => {
  const found: { readonly id: string; readonly rank: number; readonly place: RoadmapPlace }[] = [];
  for (const page of roadmapPages()) {
    const known = new Set<string>();
    const orders = waysThrough(page);
    const add = (id: string, { rank, place }: { rank: number; place: RoadmapPlace }) => {
      if (!known.has(id)) found.push({ id, rank, place });
      known.add(id);
    };
    for (const steps of orders) {
      steps.forEach((step, index) => {
        add(step.topic.id, { rank: step.isBranch ? 1 : 0, place: toPlace(page, { steps, index }) });
      });
    }
    for (const steps of orders) {
      steps.forEach(({ also }, index) => {
        for (const { id } of also) add(id, { rank: 2, place: toPlace(page, { steps, index }) });
      });
    }
  }
  const byTopic = Map.groupBy(found, ({ id }) => id);
  return new Map(
    [...byTopic].map(([id, list]) => [id, list.toSorted((a, b) => a.rank - b.rank).map(({ place }) => place)]),
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

/** The topics of a roadmap in order, once with its default branches and once with each other branch in place. */
function waysThrough({ phases }: RoadmapPage): readonly (readonly Step[])[] {
  const others = phases.flatMap(({ id, choice }) =>
    (choice?.branches ?? [])
      .filter(({ isDefault }) => !isDefault)
      .map(({ line }) => ({ phaseId: id, lineId: line.id })),
  );
  return [undefined, ...others].map((taken) => stepsOf(phases, taken));
}

function stepsOf(
  phases: readonly Phase[],
  taken?: { readonly phaseId: string; readonly lineId: string },
): readonly Step[] {
  const steps = phases.flatMap((phase) => {
    const branch = phase.choice?.branches.find(({ isDefault, line }) =>
      taken?.phaseId === phase.id ? line.id === taken.lineId : isDefault,
    );
    const toStep = ({ topic, need, also }: Stop, isBranch: boolean): Step => ({ topic, need, also, phase, isBranch });
    return [
      ...phase.stops.map((stop) => toStep(stop, false)),
      ...(branch?.groups ?? []).flatMap(({ stops }) => stops.map((stop) => toStep(stop, true))),
    ];
  });
  const seen = new Set<string>();
  return steps.filter(({ topic: { id } }) => !seen.has(id) && seen.add(id));
}
