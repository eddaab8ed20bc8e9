import { CLEARANCE, MARGIN, STOP_RADIUS, STROKE, TARGET_WIDTH } from './metrics.ts';
import { listObstacles, type Obstacle } from './obstacles.ts';
import { simplifyPoints } from './path-data.ts';
import type { Rows } from './place-rows.ts';
import type { PlacedNetwork } from './place-stops.ts';
import { type Move, routeGap } from './route-gap.ts';
import type { Box, Point } from './types.ts';

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

const STEP = 6;
/** Least distance between the middle of a line and what it does not serve. */
const REACH = STROKE / 2 + CLEARANCE - 1;
/** Least level piece between a stop and a bend. */
const RUN = 3;
const LEAST_GAP = 48;
const WIDEST_GAP = 900;

/** The ways of all lines through the gap between two columns, and the gap's width. */
interface RoutedGap {
  readonly width: number;
  readonly ways: ReadonlyMap<number, readonly Point[]>;
}

/** What lies left and right of a gap. */
interface GapSides {
  readonly rows: readonly [Rows[number], Rows[number]];
  readonly obstacles: readonly [readonly Obstacle[], readonly Obstacle[]];
}

/** Routes a gap at the least width, from `least` up, at which no line touches another line or an obstacle. */
function spaceGap(sides: GapSides, least = LEAST_GAP): RoutedGap {
  const moves = listMoves(sides);
  const needed = Math.max(least, measureNames(sides), ...moves.map(measureMove));
  for (let width = needed; width < WIDEST_GAP; width += STEP) {
    const ways = routeGap(moves, width);
    if (ways) return { width, ways };
  }
  throw new Error('A gap of the network map has no drawing: two lines trade places more than once.');
}

function listMoves({ rows: [left, right], obstacles }: GapSides): Move[] {
  return [...left].flatMap(([line, from]) => {
    const to = right.get(line);
    if (to === undefined) return [];
    const [above, below] = [Math.min(from, to) - REACH, Math.max(from, to) + REACH];
    const isNear = (box: Obstacle) => box.top < below && box.bottom > above;
    const isOwn = (row: number) => (box: Obstacle) => box.kind !== 'label' && box.top < row && box.bottom > row;
    const start = obstacles[0].find(isOwn(from))?.right ?? 0;
    const end = obstacles[1].find(isOwn(to))?.left ?? 0;
    const walls = {
      left: obstacles[0].filter((box) => isNear(box) && !isOwn(from)(box)).map(grow),
      right: obstacles[1].filter((box) => isNear(box) && !isOwn(to)(box)).map(grow),
    };
    return [{ line, from, to, start: start + RUN, end: RUN - end, walls }];
  });
}

function grow({ left, right, top, bottom }: Obstacle): Box {
  return { left: left - REACH, right: right + REACH, top: top - REACH, bottom: bottom + REACH };
}

function measureMove({ from, to, start, end }: Move): number {
  return from === to ? 0 : start + end + Math.min(16, Math.abs(to - from));
}

/** Names of neighboring columns at the same height lie side by side. */
function measureNames({ obstacles: [left, right] }: GapSides): number {
  const widths = left.flatMap((a) =>
    right.filter((b) => a.top < b.bottom + 2 && a.bottom > b.top - 2).map((b) => a.right - b.left + 2 * CLEARANCE),
  );
  const reach = STOP_RADIUS + CLEARANCE;
  return Math.max(0, ...widths, ...left.map((box) => box.right + reach), ...right.map((box) => reach - box.left));
}
