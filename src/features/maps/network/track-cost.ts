import type { Cell } from './types.ts';

/** Weight of one unit of vertical travel against one crossing. */
const TRAVEL = 0.04;
/** Rough height of a stop or a badge, counted in tracks. */
const STOP_TRACKS = 4;

/** Where the lines of a column lie. */
export interface Places {
  /** The lines from top to bottom. */
  readonly order: readonly number[];
  /** Per line, its rough place in tracks from the column's middle; NaN where the line is not in the column. */
  readonly at: Float64Array;
}

/** Rough vertical places of a column's lines. */
export function locateLines(cells: readonly Cell[]): Places {
  const order: number[] = [];
  let height = 0;
  let last = -1;
  for (const { kind, lines } of cells) {
    height += lines.length + (kind === 'pass' ? 0 : STOP_TRACKS);
    for (const line of lines) {
      order.push(line);
      if (line > last) last = line;
    }
  }
  const at = new Float64Array(last + 1).fill(Number.NaN);
  let track = -height / 2;
  for (const { kind, lines } of cells) {
    const margin = kind === 'pass' ? 0 : STOP_TRACKS / 2;
    track += margin;
    for (const line of lines) at[line] = track++;
    track += margin;
  }
  return { order, at };
}

/** The cost of the stretch between two neighboring columns: crossings, and a little for vertical travel. */
export function measureStretch(left: Places | undefined, right: Places | undefined): number {
  if (!left || !right) return 0;
  const ends: number[] = [];
  let cost = 0;
  for (const line of left.order) {
    const to = right.at[line] ?? Number.NaN;
    if (Number.isNaN(to)) continue;
    cost += TRAVEL * Math.abs((left.at[line] ?? 0) - to);
    // `left` lists its lines from top to bottom, so a pair crosses when `right` has it the other way round.
    for (const end of ends) if (end > to) cost += 1;
    ends.push(to);
  }
  return cost;
}

/** The place of a line in a column, or undefined where the line is not in it. */
export function findPlace({ at }: Places, line: number): number | undefined {
  const place = at[line];
  return place === undefined || Number.isNaN(place) ? undefined : place;
}
