import type { CountedStop } from './progress.ts';

/** Stops with their hours for a script of the page: `indexing:6.5 jwt:4`. */
export function writeStops(stops: readonly CountedStop[]): string {
  return stops.map(({ id, hours }) => `${id}:${hours}`).join(' ');
}

/** Reads what `writeStops` wrote. */
export function readStops(text: string): CountedStop[] {
  return text
    .split(' ')
    .filter(Boolean)
    .map((pair) => {
      const [id = '', hours = '0'] = pair.split(':');
      return { id, hours: Number(hours) };
    });
}
