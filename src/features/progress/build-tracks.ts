import { type Stop as PageStop, roadmapPages } from '#content/views/roadmap-page.ts';
import type { Tracks } from './tracks.ts';

/** All roadmaps with their topics, for `/progress/roadmaps.json`. */
export function buildTracks(): Tracks {
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
        phases: phases.map(({ id: phaseId, title, stops, choice }) => ({
          id: phaseId,
          title,
          stops: stops.map(numberOf),
          ...(choice && {
            branches: choice.branches
              .toSorted((a, b) => Number(b.isDefault) - Number(a.isDefault))
              .map(({ line, groups }) => ({
                id: line.id,
                stops: groups.flatMap((group) => group.stops).map(numberOf),
              })),
          }),
        })),
      },
    ]),
  );
  return { topics, roadmaps };
}
