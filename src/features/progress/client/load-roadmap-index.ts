import { withBase } from '#lib/href.ts';
import type { RoadmapIndex } from '../roadmap-index.ts';

let index: Promise<RoadmapIndex> | undefined;

/** Loads all roadmaps with their topics, once a page. Rejects when they cannot be loaded; the next call tries again. */
export function loadRoadmapIndex(base: string): Promise<RoadmapIndex> {
  index ??= fetchRoadmapIndex(withBase('/progress/roadmaps.json', base)).catch((error: unknown) => {
    index = undefined;
    throw error;
  });
  return index;
}

async function fetchRoadmapIndex(address: string): Promise<RoadmapIndex> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return response.json();
}
