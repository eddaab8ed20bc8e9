import type { RoadmapPage } from '#content/views/roadmap-page.ts';
import { getCurriculum } from '#content/views/site-content.ts';
import { writeStops } from './stop-text.ts';

/** The written stops of a line, each with its hours, as `line-progress` reads them. */
export function lineStops({ trunkIds, branchIds, stopIds }: RoadmapPage) {
  const written = (ids: readonly string[]) =>
    ids.map(getCurriculum().topic).flatMap(({ id, hours }) => (hours ? [{ id, hours }] : []));
  return {
    stops: writeStops(written(trunkIds)),
    branches: branchIds.map((ids) => writeStops(written(ids))).join('|') || undefined,
    total: written(stopIds).length,
  };
}
