import { CLEARANCE, STOP_RADIUS, STROKE } from './metrics.ts';
import type { Obstacle } from './obstacles.ts';
import type { Rows } from './place-rows.ts';
import { type Move, routeGap } from './route-gap.ts';
import type { Box, Point } from './types.ts';

const STEP = 6;
/** Least distance between the middle of a line and what it does not serve. */
const REACH = STROKE / 2 + CLEARANCE - 1;
/** Least level piece between a stop and a bend. */
const RUN = 3;
const LEAST_GAP = 48;
const WIDEST_GAP = 900;

/** The ways of all lines through the gap between two columns, and the gap's width. */
export interface RoutedGap {
  readonly width: number;
  readonly ways: ReadonlyMap<number, readonly Point[]>;
}

/** What lies left and right of a gap. */
export interface GapSides {
  readonly rows: readonly [Rows[number], Rows[number]];
  readonly obstacles: readonly [readonly Obstacle[], readonly Obstacle[]];
}

/** Routes a gap at the least width, from `least` up, at which no line touches another line or an obstacle. */
export function spaceGap(sides: GapSides, least = LEAST_GAP): RoutedGap {
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
