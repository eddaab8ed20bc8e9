import type { Network } from './schema/network.ts';

/** A bend of a line, or another place on the drawing. */
export type Point = readonly [x: number, y: number];

type NetworkLine = Network['lines'][number];

/** The height at which a line runs level at a distance from the left edge; undefined where it doesn't. */
export function levelAt(x: number, { way }: Pick<NetworkLine, 'way'>): number | undefined {
  const end = way.findIndex(([to, y], index) => {
    const [from, before] = way[index - 1] ?? [to, y];
    return index > 0 && y === before && Math.min(from, to) <= x && x <= Math.max(from, to);
  });
  return way[end]?.[1];
}

/** The pieces of a line that run neither level, upright nor at 45 degrees. */
export function skewPieces({ way }: Pick<NetworkLine, 'way'>): readonly (readonly [Point, Point])[] {
  return way.slice(1).flatMap((to, index): [Point, Point][] => {
    const from = way[index] ?? to;
    const [across, along] = [Math.abs(to[0] - from[0]), Math.abs(to[1] - from[1])];
    return across === 0 || along === 0 || across === along ? [] : [[from, to]];
  });
}
