import { MARGIN, TARGET_WIDTH } from './metrics.ts';
import { listObstacles, type Obstacle } from './obstacles.ts';
import { simplifyPoints } from './path-data.ts';
import type { PlacedNetwork } from './place-stops.ts';
import { type GapSides, type RoutedGap, spaceGap } from './space-columns.ts';
import type { Point } from './types.ts';

/** The network with the place of every column and the points of every line. */
export interface RoutedNetwork extends PlacedNetwork {
  /** The middle of each column. */
  readonly columnPlaces: readonly number[];
  readonly obstacles: readonly (readonly Obstacle[])[];
  /** Per line, from its badge to its last stop. */
  readonly polylines: readonly (readonly Point[])[];
  readonly width: number;
}

/** Leads every line through its stops in octilinear pieces; columns keep as much distance as names and bends need. */
export function routeLines(placed: PlacedNetwork): RoutedNetwork {
  const { cells, rows, texts, network } = placed;
  const obstacles = cells.map((column, index) => listObstacles(column, { rows: rows[index] ?? new Map(), texts }));
  const left = MARGIN + Math.max(0, ...(obstacles[0] ?? []).map((box) => -box.left));
  const right = MARGIN + Math.max(0, ...(obstacles.at(-1) ?? []).map((box) => box.right));
  const sides = cells.slice(1).map(
    (_, index): GapSides => ({
      rows: [rows[index] ?? new Map(), rows[index + 1] ?? new Map()],
      obstacles: [obstacles[index] ?? [], obstacles[index + 1] ?? []],
    }),
  );
  const gaps = widenEvenly(sides, TARGET_WIDTH - left - right);
  const columnPlaces = [left];
  for (const gap of gaps) columnPlaces.push((columnPlaces.at(-1) ?? 0) + gap.width);
  const polylines = network.lines.map((_, line) => tracePoints(line, { gaps, columnPlaces }));
  return { ...placed, obstacles, columnPlaces, polylines, width: (columnPlaces.at(-1) ?? 0) + right };
}

/** Routes all gaps at their least widths, then gives what is left of the wanted width to the narrowest ones. */
function widenEvenly(sides: readonly GapSides[], wanted: number): readonly RoutedGap[] {
  const tight = sides.map((side) => spaceGap(side));
  const sum = (least: number) => tight.reduce((total, gap) => total + Math.max(gap.width, least), 0);
  let least = 0;
  while (sum(least + 1) <= wanted && least < wanted) least += 1;
  return tight.map((gap, index) => {
    const side = sides[index];
    return side && gap.width < least ? spaceGap(side, least) : gap;
  });
}

function tracePoints(
  line: number,
  { gaps, columnPlaces }: { readonly gaps: readonly RoutedGap[]; readonly columnPlaces: readonly number[] },
): readonly Point[] {
  const points = gaps.flatMap((gap, index) =>
    (gap.ways.get(line) ?? []).map(({ x, y }) => ({ x: x + (columnPlaces[index] ?? 0), y })),
  );
  return simplifyPoints(points);
}
