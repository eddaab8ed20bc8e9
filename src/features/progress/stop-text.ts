import type { Branch, CountedStop } from './progress.ts';

/** Topics with their hours for a script of the page: `indexing:6.5 jwt:4`. */
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

/** Branches for a script of the page: `nodejs=express:12 nestjs:9|python=flask:8`. */
export function writeBranches(branches: readonly Branch[]): string {
  return branches.map(({ id, stops }) => `${id}=${writeStops(stops)}`).join('|');
}

/** Reads what `writeBranches` wrote. */
export function readBranches(text: string): Branch[] {
  return text
    .split('|')
    .filter(Boolean)
    .map((part) => {
      const [id = '', stops = ''] = part.split('=');
      return { id, stops: readStops(stops) };
    });
}
