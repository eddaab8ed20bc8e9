import type { RoadmapPage } from '#content/views/roadmap-page.ts';
import { getCurriculum } from '#content/views/site-content.ts';
import { writeBranches, writeStops } from './stop-text.ts';

/** The topics of a roadmap, each with its hours, as the scripts of pages read them. */
export function lineStops({ trunkIds, branches, stopIds }: RoadmapPage) {
  const written = (ids: readonly string[]) =>
    ids.map(getCurriculum().topic).flatMap(({ id, hours }) => (hours ? [{ id, hours }] : []));
  return {
    stops: writeStops(written(trunkIds)),
    branches: writeBranches(branches.map(({ id, stopIds: ids }) => ({ id, stops: written(ids) }))) || undefined,
    total: written(stopIds).length,
  };
}
