import { type Stop as PageStop, roadmapPages } from '#content/views/roadmap-page.ts';
import { topicPages } from '#content/views/topic-page.ts';
import type { Tracks } from './tracks.ts';

/** All roadmaps with their written topics, for `/progress/roadmaps.json`. */
export function buildTracks(): Tracks {
  const numbers = new Map<string, number>();
  const topics: (readonly [id: string, title: string, minutes: number, hours: number])[] = [];
  const minutesOf = new Map(topicPages().map(({ id, minutes }) => [id, minutes]));
  const numberOf = ({ topic: { id, title, hours = 0 } }: PageStop) => {
    const number = numbers.get(id) ?? topics.push([id, title, minutesOf.get(id) ?? 0, hours]) - 1;
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
              .map(({ line, groups }) => ({ id: line.id, stops: written(groups.flatMap((group) => group.stops)) })),
          }),
        })),
      },
    ]),
  );
  return { topics, roadmaps };
}
