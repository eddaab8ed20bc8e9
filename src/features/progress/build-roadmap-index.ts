import { type Stop as PageStop, type Phase, roadmapPages } from '#content/views/roadmap-page.ts';
import type { FirstStep, IndexedPhase, RoadmapIndex } from './roadmap-index.ts';

/**
 * All roadmaps with their topics, for `/progress/roadmaps.json`.
 * @param steps the labs of the first steps.
 */
export function buildRoadmapIndex(steps: readonly FirstStep[]): RoadmapIndex {
  const numbers = new Map<string, number>();
  const topics: (readonly [id: string, title: string, minutes: number, hours: number])[] = [];
  const numberOf = ({ topic: { id, title, minutes, hours } }: PageStop) => {
    const number = numbers.get(id) ?? topics.push([id, title, minutes, hours]) - 1;
    numbers.set(id, number);
    return number;
  };
  const roadmaps = Object.fromEntries(
    roadmapPages().map(({ id, data, phases }) => [
      id,
      { title: data.title, ...(data.begin && { steps }), phases: phases.map((phase) => indexPhase(phase, numberOf)) },
    ]),
  );
  return { topics, roadmaps };
}

function indexPhase({ id, title, stops, branches }: Phase, numberOf: (stop: PageStop) => number): IndexedPhase {
  const all = [...stops, ...branches.flatMap((branch) => branch.stops)];
  return {
    id,
    title,
    stops: stops.map(numberOf),
    extras: all.filter(({ need }) => need !== 'must').map(numberOf),
    optional: all.filter(({ need }) => need === 'could').map(numberOf),
    ...(branches.length > 0 && {
      branches: branches
        .toSorted((a, b) => Number(b.isDefault) - Number(a.isDefault))
        .map((branch) => ({ id: branch.id, stops: branch.stops.map(numberOf) })),
    }),
  };
}
