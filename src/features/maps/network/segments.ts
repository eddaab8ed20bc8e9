import type { Box, Point } from './types.ts';

/** A straight piece of a line. */
export interface Segment {
  readonly a: Point;
  readonly b: Point;
}

/** The straight pieces between the points of a polyline. */
export function toSegments(points: readonly Point[]): readonly Segment[] {
  return points.slice(1).map((b, index) => ({ a: points[index] ?? b, b }));
}

/** Least distance between two segments; 0 when they meet. */
export function measureDistance(s: Segment, t: Segment): number {
  if (doCross(s, t)) return 0;
  return Math.min(toPoint(s, t.a), toPoint(s, t.b), toPoint(t, s.a), toPoint(t, s.b));
}

/** Whether two segments have the same direction, forwards or backwards. */
export function areParallel(s: Segment, t: Segment): boolean {
  return Math.abs((s.b.x - s.a.x) * (t.b.y - t.a.y) - (s.b.y - s.a.y) * (t.b.x - t.a.x)) < 1e-6;
}

/** Whether two segments meet, touching included. */
export function doCross(s: Segment, t: Segment): boolean {
  const [d1, d2] = [turn(t, s.a), turn(t, s.b)];
  const [d3, d4] = [turn(s, t.a), turn(s, t.b)];
  return d1 * d2 <= 0 && d3 * d4 <= 0 && !areParallel(s, t);
}

/** Whether a segment enters the inside of a box. */
export function doesEnter({ a, b }: Segment, box: Box): boolean {
  if (liesBeside(a.x, b.x, box.left, box.right) || liesBeside(a.y, b.y, box.top, box.bottom)) return false;
  let [from, to] = [0, 1];
  const walls = [
    { step: a.x - b.x, room: a.x - box.left },
    { step: b.x - a.x, room: box.right - a.x },
    { step: a.y - b.y, room: a.y - box.top },
    { step: b.y - a.y, room: box.bottom - a.y },
  ];
  for (const { step, room } of walls) {
    if (step === 0 && room <= 0) return false;
    if (step < 0) from = Math.max(from, room / step);
    if (step > 0) to = Math.min(to, room / step);
  }
  return to - from > 1e-9;
}

/** Cheap test, which settles most cases: whether both ends lie on the same side of a range. */
function liesBeside(from: number, to: number, low: number, high: number): boolean {
  return (from <= low && to <= low) || (from >= high && to >= high);
}

function turn({ a, b }: Segment, point: Point): number {
  return (b.x - a.x) * (point.y - a.y) - (b.y - a.y) * (point.x - a.x);
}

function toPoint({ a, b }: Segment, point: Point): number {
  const [dx, dy] = [b.x - a.x, b.y - a.y];
  const length = dx * dx + dy * dy;
  const along = length === 0 ? 0 : ((point.x - a.x) * dx + (point.y - a.y) * dy) / length;
  const clamped = Math.min(1, Math.max(0, along));
  return Math.hypot(point.x - a.x - clamped * dx, point.y - a.y - clamped * dy);
}
