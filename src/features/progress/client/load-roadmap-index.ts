import { loadJson } from '#lib/browser/load-json.ts';
import { withBase } from '#lib/href.ts';
import type { RoadmapIndex } from '../roadmap-index.ts';

/** Loads all roadmaps with their topics, once per page. Rejects if they can't be loaded; the next call tries again. */
export function loadRoadmapIndex(base: string): Promise<RoadmapIndex> {
  return loadJson(withBase('/progress/roadmaps.json', base));
}
