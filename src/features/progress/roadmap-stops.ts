import { countedHours, type RoadmapPage, type Stop } from '#content/views/roadmap-page.ts';
import { writeBranches, writeStops } from './stop-text.ts';

/** The topics of a roadmap, each with the hours that it adds, as text for the scripts of pages. */
export function topicsOfRoadmap({ trunk, branches, stopIds }: RoadmapPage) {
  const counted = (stops: readonly Stop[]) => stops.map((stop) => ({ id: stop.topic.id, hours: countedHours(stop) }));
  return {
    stops: writeStops(counted(trunk)),
    branches: writeBranches(branches.map(({ id, stops }) => ({ id, stops: counted(stops) }))) || undefined,
    total: stopIds.length,
  };
}
