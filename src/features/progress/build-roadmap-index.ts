import { type Stop as PageStop, roadmapPages } from '#content/views/roadmap-page.ts';
import type { FirstStep, RoadmapIndex } from './roadmap-index.ts';

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
      {
        title: data.title,
        ...(data.begin && { steps }),
        phases: phases.map(({ id: phaseId, title, stops, branches }) => ({
          id: phaseId,
          title,
          stops: stops.map(numberOf),
          extras: [...stops, ...branches.flatMap((branch) => branch.stops)]
            .filter(({ need }) => need !== 'must')
            .map(numberOf),
          ...(branches.length > 0 && {
            branches: branches
              .toSorted((a, b) => Number(b.isDefault) - Number(a.isDefault))
              .map((branch) => ({ id: branch.id, stops: branch.stops.map(numberOf) })),
          }),
        })),
      },
    ]),
  );
  return { topics, roadmaps };
}
