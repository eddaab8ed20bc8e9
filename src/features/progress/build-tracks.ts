import { type Stop as PageStop, roadmapPages } from '#content/views/roadmap-page.ts';
import type { Tracks } from './tracks.ts';

/** All roadmaps with their written topics, for `/progress/roadmaps.json`. */
export function buildTracks(): Tracks {
  const numbers = new Map<string, number>();
  const topics: (readonly [string, string])[] = [];
  const numberOf = ({ topic: { id, title } }: PageStop) => {
    const number = numbers.get(id) ?? topics.push([id, title]) - 1;
    numbers.set(id, number);
    return number;
  };
  const written = (stops: readonly PageStop[]) =>
    stops.filter(({ topic }) => topic.address !== undefined).map(numberOf);
  const roadmaps = Object.fromEntries(
    roadmapPages().map(({ id, data, phases }) => [
      id,
      {
        title: data.title,
        phases: phases.map(({ id: phaseId, title, stops, choice }) => ({
          id: phaseId,
          title,
          stops: written(stops),
          ...(choice && {
            branches: choice.branches
              .toSorted((a, b) => Number(b.isDefault) - Number(a.isDefault))
              .map(({ groups }) => written(groups.flatMap((group) => group.stops))),
          }),
        })),
      },
    ]),
  );
  return { topics, roadmaps };
}
