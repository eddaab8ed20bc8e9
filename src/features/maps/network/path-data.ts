import { BEND } from './metrics.ts';
import type { Point } from './types.ts';

/** Joins pieces of a polyline: no repeated points, no points inside a straight run. */
export function simplifyPoints(points: readonly Point[]): readonly Point[] {
  const kept: Point[] = [];
  for (const point of points) {
    const [before, last] = [kept.at(-2), kept.at(-1)];
    if (last && last.x === point.x && last.y === point.y) continue;
    if (before && last && isStraight(before, last, point)) kept.pop();
    kept.push(point);
  }
  return kept;
}

/** The `d` attribute of a polyline with rounded bends. */
export function writePath(points: readonly Point[]): string {
  const [first, ...rest] = points;
  if (!first) return '';
  const parts = [`M${write(first)}`];
  for (const [index, point] of rest.entries()) {
    const before = points[index] ?? point;
    const after = points[index + 2];
    if (!after) parts.push(`L${write(point)}`);
    else parts.push(`L${write(approach(point, before))}`, `Q${write(point)} ${write(approach(point, after))}`);
  }
  return parts.join('');
}

/** A number for SVG: at most two decimals. */
export function round(value: number): number {
  return Math.round(value * 100) / 100;
}

function approach(corner: Point, from: Point): Point {
  const length = Math.hypot(from.x - corner.x, from.y - corner.y);
  const share = Math.min(BEND, length / 2) / length;
  return { x: corner.x + (from.x - corner.x) * share, y: corner.y + (from.y - corner.y) * share };
}

function write({ x, y }: Point): string {
  return `${round(x)} ${round(y)}`;
}

function isStraight(a: Point, b: Point, c: Point): boolean {
  return Math.abs((b.x - a.x) * (c.y - b.y) - (b.y - a.y) * (c.x - b.x)) < 1e-6;
}
