import { TRACK } from './metrics.ts';
import { areParallel, doCross, doesEnter, measureDistance, type Segment, toSegments } from './segments.ts';
import type { Box, Point } from './types.ts';

/** Least distance of lines side by side. */
const APART = TRACK - 1;
const STEP = 2;
/** Lengths of the diagonal corners of a climb that does not fit as one diagonal, best first. */
const CORNERS = [36, 27, 18, 12, 8] as const;

/** A line's way through the gap between two columns. */
export interface Move {
  readonly line: number;
  readonly from: number;
  readonly to: number;
  /** The line stays level up to here, measured from the gap's start. */
  readonly start: number;
  /** The line is level again from here on, measured back from the gap's end. */
  readonly end: number;
  /** Boxes that the middle of the line must not enter; `right` ones count from the gap's end. */
  readonly walls: { readonly left: readonly Box[]; readonly right: readonly Box[] };
}

/** Where a climb goes in the free part of its gap, and whether steep climbs come first. */
interface Habit {
  readonly side: 'middle' | 'start' | 'end';
  readonly steep: boolean;
}

/** Ways to fill a gap, best-looking first. */
const HABITS: readonly Habit[] = [
  { side: 'middle', steep: false },
  { side: 'start', steep: false },
  { side: 'end', steep: false },
  { side: 'start', steep: true },
  { side: 'middle', steep: true },
];

/** The points of each line that moves through a gap of some width, or undefined when the width is too small. */
export function routeGap(moves: readonly Move[], width: number): ReadonlyMap<number, readonly Point[]> | undefined {
  for (const habit of HABITS) {
    const ways = fillGap(moves, { width, habit });
    if (ways) return ways;
  }
  return undefined;
}

function fillGap(
  moves: readonly Move[],
  { width, habit }: { readonly width: number; readonly habit: Habit },
): ReadonlyMap<number, readonly Point[]> | undefined {
  const placed: { move: Move; points: readonly Point[]; segments: readonly Segment[] }[] = [];
  for (const move of sortMoves(moves)) {
    const walls = [...move.walls.left, ...move.walls.right.map((box) => shiftBox(box, width))];
    const fits = (segments: readonly Segment[]) =>
      segments.every((segment) => !walls.some((box) => doesEnter(segment, box))) &&
      placed.every((other) => {
        const crosses = (move.from - other.move.from) * (move.to - other.move.to) < 0;
        return crosses ? crossOnce(segments, other.segments) : keepApart(segments, other.segments);
      });
    const points = proposeWays(move, { width, habit }).find((way) => fits(toSegments(way)));
    if (!points) return undefined;
    placed.push({ move, points, segments: toSegments(points) });
  }
  return new Map(placed.map(({ move, points }) => [move.line, points]));
}

function shiftBox({ left, right, top, bottom }: Box, by: number): Box {
  return { left: left + by, right: right + by, top, bottom };
}

/** Level lines first; then of the lines that go down the lowest first, of those that go up the highest first. */
function sortMoves(moves: readonly Move[]): Move[] {
  const rank = ({ from, to }: Move) => Math.sign(Math.abs(to - from)) * (to > from ? 1 : 2);
  return moves.toSorted((a, b) => rank(a) - rank(b) || (rank(a) === 1 ? b.from - a.from : a.from - b.from));
}

/** All ways to climb inside the free part of the gap, in the order of the habit. */
function proposeWays(
  move: Move,
  { width, habit }: { readonly width: number; readonly habit: Habit },
): (readonly Point[])[] {
  const { from, to, start, end } = move;
  if (from === to)
    return [
      [
        { x: 0, y: from },
        { x: width, y: to },
      ],
    ];
  const climb = Math.abs(to - from);
  const corners = [climb / 2, ...CORNERS.filter((size) => size < climb / 2)];
  if (habit.steep) corners.reverse();
  return corners.flatMap((corner) => {
    const slack = width - start - end - 2 * corner;
    return listShifts(slack, habit.side).map((shift) => drawWay(move, { width, corner, x: start + shift }));
  });
}

function listShifts(slack: number, side: Habit['side']): number[] {
  if (slack < 0) return [];
  const shifts = Array.from({ length: Math.floor(slack / STEP) + 1 }, (_, index) => index * STEP);
  if (side === 'start') return shifts;
  if (side === 'end') return shifts.reverse();
  return shifts.sort((a, b) => Math.abs(a - slack / 2) - Math.abs(b - slack / 2));
}

function drawWay(
  { from, to }: Move,
  { width, corner, x }: { readonly width: number; readonly corner: number; readonly x: number },
): readonly Point[] {
  const rise = Math.sign(to - from) * corner;
  const isDiagonal = corner * 2 === Math.abs(to - from);
  const turns = isDiagonal
    ? []
    : [
        { x: x + corner, y: from + rise },
        { x: x + corner, y: to - rise },
      ];
  return [{ x: 0, y: from }, { x, y: from }, ...turns, { x: x + 2 * corner, y: to }, { x: width, y: to }];
}

function keepApart(a: readonly Segment[], b: readonly Segment[]): boolean {
  return a.every((s) => b.every((t) => areFar(s, t) || measureDistance(s, t) >= APART));
}

function crossOnce(a: readonly Segment[], b: readonly Segment[]): boolean {
  let crossings = 0;
  for (const s of a) {
    for (const t of b) {
      if (areFar(s, t)) continue;
      if (areParallel(s, t) && measureDistance(s, t) < APART) return false;
      if (doCross(s, t)) crossings += 1;
    }
  }
  return crossings === 1;
}

/** Cheap test: whether two segments are so far apart in height that they cannot come close. */
function areFar(s: Segment, t: Segment): boolean {
  return (
    Math.max(s.a.y, s.b.y) + APART < Math.min(t.a.y, t.b.y) || Math.max(t.a.y, t.b.y) + APART < Math.min(s.a.y, s.b.y)
  );
}
