import type { MapEdge } from '#features/maps/prerequisites/choose-topics.ts';
import { type Box, type DrawnStop, type MapDrawing, metrics } from '#features/maps/prerequisites/draw-map.ts';
import { doOverlap } from '../../../support/boxes.ts';

interface Point {
  readonly x: number;
  readonly y: number;
}

/** Half of a track's width, and half a pixel for rounding. */
const half = metrics.track / 2 - 0.5;
const radius = metrics.ring + metrics.stroke / 2;

/** Everything that makes a map wrong or unreadable, one sentence per flaw. */
export function findFlaws(drawing: MapDrawing, edges: readonly MapEdge[]): readonly string[] {
  return [
    ...findOverlaps(drawing),
    ...findCrossedStops(drawing),
    ...findWrongWays(drawing, edges),
    ...findOutside(drawing),
  ];
}

function findOverlaps({ stops }: MapDrawing): string[] {
  return stops.flatMap((a, index) =>
    stops
      .slice(index + 1)
      .filter((b) => doOverlap(a.box, b.box))
      .map((b) => `${a.id} overlaps ${b.id}`),
  );
}

/** Tracks through rings or titles, their own title included; they may only touch the rims of rings. */
function findCrossedStops({ stops, tracks }: MapDrawing): string[] {
  return [...tracks].flatMap(([from, path]) => {
    const points = walk(path).flat();
    return stops
      .filter(({ box }) => {
        const title = { ...box, left: box.left + 2 * radius + half, right: box.right + half };
        const ring = {
          left: box.left - half,
          right: box.left + 2 * radius + half,
          top: box.top,
          bottom: box.top + 2 * radius,
        };
        return points.some((point) => isIn(title, point) || isIn(ring, point));
      })
      .map(({ id }) => `the track of ${from} runs through ${id}`);
  });
}

const isIn = ({ left, right, top, bottom }: Box, { x, y }: Point) => x > left && x < right && y > top && y < bottom;

/** Tracks have to lead from each topic to exactly what needs it, downward all the way. */
function findWrongWays({ stops, tracks }: MapDrawing, edges: readonly MapEdge[]): string[] {
  return stops.flatMap((stop) => {
    const pieces = walk(tracks.get(stop.id) ?? '');
    const turned = pieces.some((points) => points.some((point, index) => point.y < (points[index - 1]?.y ?? -1)));
    const reached = stops.filter((other) => reaches(pieces, { from: stop, to: other })).map(({ id }) => id);
    const wanted = edges.filter(({ from }) => from === stop.id).map(({ to }) => to);
    return [
      ...(turned ? [`the track of ${stop.id} turns back`] : []),
      ...wanted.filter((id) => !reached.includes(id)).map((id) => `the track of ${stop.id} misses ${id}`),
      ...reached.filter((id) => !wanted.includes(id)).map((id) => `the track of ${stop.id} leads to ${id}`),
    ];
  });
}

/** Whether pieces of track, each beginning where another ends, join the bottom of one ring to the top of another. */
function reaches(pieces: readonly (readonly Point[])[], { from, to }: { from: DrawnStop; to: DrawnStop }): boolean {
  const known = new Set([`${from.x} ${from.y + radius}`]);
  for (let grew = true; grew; ) {
    const before = known.size;
    for (const piece of pieces) {
      if (known.has(keyOf(piece[0]))) known.add(keyOf(piece.at(-1)));
    }
    grew = known.size > before;
  }
  return known.has(`${to.x} ${to.y - radius}`);
}

const keyOf = (point: Point | undefined) => `${point?.x} ${point?.y}`;

function findOutside({ stops, tracks, width, height }: MapDrawing): string[] {
  const isOut = ({ x, y }: Point) => x < 0 || y < 0 || x > width || y > height;
  return [
    ...stops
      .filter(({ box }) => isOut({ x: box.left, y: box.top }) || isOut({ x: box.right, y: box.bottom }))
      .map(({ id }) => `${id} lies outside`),
    ...[...tracks].filter(([, path]) => walk(path).flat().some(isOut)).map(([id]) => `the track of ${id} lies outside`),
  ];
}

/** Points along each piece of a track, close enough to one another that nothing fits between them. */
function walk(path: string): Point[][] {
  return path
    .split('M')
    .filter(Boolean)
    .map((piece) => {
      const points: Point[] = [];
      for (const [, command, numbers = ''] of `M${piece}`.matchAll(/([MVC])([^MVC]*)/gu)) {
        const values = numbers.split(/[ ,]/u).map(Number);
        const here = points.at(-1) ?? { x: 0, y: 0 };
        if (values.some(Number.isNaN)) throw new Error(`"${path}" cannot be read.`);
        if (command === 'M') points.push({ x: values[0] ?? 0, y: values[1] ?? 0 });
        if (command === 'V') points.push(...sample((t) => ({ x: here.x, y: mix(here.y, values[0] ?? 0, t) })));
        if (command === 'C') points.push(...sample((t) => bezier([here, ...pairs(values)], t)));
      }
      return points;
    });
}

const steps = 60;
const sample = (at: (t: number) => Point) => Array.from({ length: steps }, (_, index) => at((index + 1) / steps));
const mix = (a: number, b: number, t: number) => a + (b - a) * t;
const pairs = (values: readonly number[]): Point[] =>
  values.flatMap((x, index) => (index % 2 === 0 ? [{ x, y: values[index + 1] ?? 0 }] : []));

function bezier(points: readonly Point[], t: number): Point {
  const [first = { x: 0, y: 0 }, ...rest] = points;
  if (rest.length === 0) return first;
  return bezier(
    rest.map((point, index) => ({
      x: mix(points[index]?.x ?? 0, point.x, t),
      y: mix(points[index]?.y ?? 0, point.y, t),
    })),
    t,
  );
}
