import type { DrawnLine, NetworkDrawing } from '#features/maps/network/draw-network.ts';
import { doesEnter, type Segment, toSegments } from '#features/maps/network/segments.ts';
import type { Box } from '#features/maps/network/types.ts';

/** Half of a drawn line's width. */
const HALF = 2.75;

interface NamedBox extends Box {
  readonly name: string;
}

/** Everything that makes a drawing unreadable, one sentence per flaw. */
export function findFlaws(drawing: NetworkDrawing): readonly string[] {
  return [
    ...findSlantedPieces(drawing),
    ...findOverlaps(drawing),
    ...findCrossedNames(drawing),
    ...findForeignStops(drawing),
    ...findMissedStops(drawing),
    ...findSharedTracks(drawing),
    ...findSharedCells(drawing),
    ...findOutside(drawing),
  ];
}

function findSlantedPieces({ lines }: NetworkDrawing): string[] {
  return lines.flatMap(({ id, points }) =>
    toSegments(points)
      .filter(({ a, b }) => {
        const [dx, dy] = [Math.abs(b.x - a.x), Math.abs(b.y - a.y)];
        return dx > 0.02 && dy > 0.02 && Math.abs(dx - dy) > 0.04;
      })
      .map(() => `${id} has a piece that is neither level, upright nor diagonal`),
  );
}

/** Names, badges and stops, as boxes. */
function listBoxes({ lines, stops }: NetworkDrawing): NamedBox[] {
  return [
    ...lines.map(({ id, label }) => ({ ...label.box, name: `badge ${id}` })),
    ...stops.map(({ id, label }) => ({ ...label.box, name: `name ${id}` })),
    ...stops.map(({ id, box }) => ({ ...box, name: `stop ${id}` })),
  ];
}

function findOverlaps(drawing: NetworkDrawing): string[] {
  const boxes = listBoxes(drawing);
  return boxes.flatMap((a, index) =>
    boxes
      .slice(index + 1)
      .filter((b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom)
      .map((b) => `${a.name} overlaps ${b.name}`),
  );
}

function findCrossedNames({ lines, stops }: NetworkDrawing): string[] {
  return lines.flatMap((line) => [
    ...stops.filter(({ label }) => touches(line, label.box)).map(({ id }) => `${line.id} crosses name ${id}`),
    ...lines
      .filter((other) => other.id !== line.id && touches(line, other.label.box))
      .map((other) => `${line.id} crosses badge ${other.id}`),
  ]);
}

function findForeignStops({ lines, stops }: NetworkDrawing): string[] {
  return lines.flatMap((line) =>
    stops
      .filter((stop) => !stop.lines.includes(line.id) && touches(line, stop.box))
      .map(({ id }) => `${line.id} runs through foreign stop ${id}`),
  );
}

function touches({ points }: DrawnLine, { left, right, top, bottom }: Box): boolean {
  const grown = { left: left - HALF, right: right + HALF, top: top - HALF, bottom: bottom + HALF };
  return toSegments(points).some((segment) => doesEnter(segment, grown));
}

/** Lines only ever ride to the right, so a stop comes later when its column does. */
function findMissedStops({ lines, stops }: NetworkDrawing): string[] {
  return lines.flatMap((line) => {
    const called = line.stops.map((id) => stops.find((stop) => stop.id === id));
    const missed = called
      .filter((stop) => !stop || !toSegments(line.points).some((segment) => doesEnter(segment, stop.box)))
      .map((stop) => `${line.id} misses ${stop?.id}`);
    const late = called
      .filter((stop, index) => index > 0 && (stop?.column ?? 0) <= (called[index - 1]?.column ?? 0))
      .map((stop) => `${line.id} comes to ${stop?.id} out of order`);
    const back = toSegments(line.points).filter(({ a, b }) => b.x < a.x - 0.01);
    return [...missed, ...late, ...back.map(() => `${line.id} turns back`)];
  });
}

/** Lines side by side keep apart; lines that cross do so at an angle. */
function findSharedTracks({ lines }: NetworkDrawing): string[] {
  return lines.flatMap((line, index) =>
    lines
      .slice(index + 1)
      .filter((other) => toSegments(line.points).some((a) => toSegments(other.points).some((b) => runsAlong(a, b))))
      .map((other) => `${line.id} runs on top of ${other.id}`),
  );
}

function runsAlong(s: Segment, t: Segment): boolean {
  const [sx, sy, tx, ty] = [s.b.x - s.a.x, s.b.y - s.a.y, t.b.x - t.a.x, t.b.y - t.a.y];
  const length = Math.hypot(sx, sy);
  // Coordinates are rounded to hundredths.
  if (length === 0 || Math.abs(sx * ty - sy * tx) > 0.03 * Math.max(length, Math.hypot(tx, ty))) return false;
  const apart = Math.abs((t.a.x - s.a.x) * sy - (t.a.y - s.a.y) * sx) / length;
  const along = [t.a, t.b].map((point) => ((point.x - s.a.x) * sx + (point.y - s.a.y) * sy) / length);
  const shared = Math.min(length, Math.max(...along)) - Math.max(0, Math.min(...along));
  return apart < 2 * HALF && shared > 1;
}

function findSharedCells({ stops }: NetworkDrawing): string[] {
  const cells = stops.map(({ column, row }) => `${column}/${row}`);
  return cells.filter((cell, index) => cells.indexOf(cell) !== index).map((cell) => `two stops share cell ${cell}`);
}

function findOutside(drawing: NetworkDrawing): string[] {
  const isOut = (x: number, y: number) => x < 0 || y < 0 || x > drawing.width || y > drawing.height;
  const boxes = listBoxes(drawing).filter((box) => isOut(box.left, box.top) || isOut(box.right, box.bottom));
  const lines = drawing.lines.filter(({ points }) => points.some(({ x, y }) => isOut(x, y)));
  return [...boxes.map(({ name }) => `${name} lies outside`), ...lines.map(({ id }) => `${id} lies outside`)];
}
