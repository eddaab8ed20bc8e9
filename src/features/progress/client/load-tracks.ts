import { withBase } from '#lib/href.ts';
import type { Tracks } from '../tracks.ts';

let tracks: Promise<Tracks> | undefined;

/** Loads all roadmaps with their topics, once a page. Rejects when they cannot be loaded; the next call tries again. */
export function loadTracks(base: string): Promise<Tracks> {
  tracks ??= fetchTracks(withBase('/progress/roadmaps.json', base)).catch((error: unknown) => {
    tracks = undefined;
    throw error;
  });
  return tracks;
}

async function fetchTracks(address: string): Promise<Tracks> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return response.json();
}
