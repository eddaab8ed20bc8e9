import { widestOf, wrapText } from '../network/text-width.ts';
import { type OrderedRows, orderRows, type RowItem } from './order-rows.ts';
import { rankTopics } from './rank-topics.ts';
import { spaceRows } from './space-rows.ts';
import type { DrawnStop, MapDrawing, MapEdge, MapTopic } from './types.ts';

/** Sizes in CSS pixels; `prerequisite-map.css` draws with the same. */
export const metrics = { ring: 7, stroke: 3, track: 3.5, text: 13, line: 16, label: 124, labelAt: 15 } as const;

const radius = metrics.ring + metrics.stroke / 2;
/** Between rows, where tracks change places. */
const gap = 42;
const space = { stop: 14, pass: 9 } as const;

/**
 * Draws topics as stops, each below all that it needs, and a track from each to everything that needs it.
 * Tracks change places between the rows only, so that none runs through a stop or a title. The same input gives the same drawing.
 * @param topics in an order in which each comes after all that it needs.
 * @param edges the prerequisites among them.
 */
export function drawMap(topics: readonly MapTopic[], edges: readonly MapEdge[]): MapDrawing {
  const labels = new Map(topics.map(({ id, title }) => [id, labelOf(title)]));
  const ordered = orderRows(
    rankTopics(
      topics.map(({ id }) => id),
      edges,
    ),
    edges,
  );
  const { places, width } = spaceRows(ordered, ({ topic, isPass }) =>
    isPass
      ? { left: space.pass / 2, right: space.pass / 2 }
      : { left: radius + space.stop / 2, right: metrics.labelAt + (labels.get(topic)?.width ?? 0) + space.stop / 2 },
  );
  const bands = bandsOf(ordered.rows, (id) => labels.get(id)?.lines.length ?? 1);
  const stops = ordered.rows.flatMap((row, index) =>
    row
      .filter(({ isPass }) => !isPass)
      .map(({ key }) => {
        const { lines, width: labelWidth } = labels.get(key) ?? labelOf('');
        return toStop({ id: key, lines, labelWidth, x: round(places.get(key) ?? 0), top: bands[index]?.top ?? 0 });
      }),
  );
  return {
    width: Math.ceil(width),
    height: bands.at(-1)?.bottom ?? 0,
    stops,
    tracks: tracksOf(ordered, { bands, xOf: (key) => round(places.get(key) ?? 0) }),
  };
}

function labelOf(title: string): { readonly lines: readonly string[]; readonly width: number } {
  const lines = wrapText(title, { size: metrics.text, width: metrics.label, most: 3 });
  return { lines, width: Math.ceil(widestOf(lines, metrics.text)) };
}

interface Band {
  readonly top: number;
  readonly bottom: number;
}

/** The bands of the rows, each as high as its longest title needs. */
function bandsOf(rows: OrderedRows['rows'], linesOf: (id: string) => number): readonly Band[] {
  let top = 2;
  return rows.map((row) => {
    const lines = Math.max(1, ...row.filter(({ isPass }) => !isPass).map(({ key }) => linesOf(key)));
    const band = { top, bottom: top + 2 * radius + 3 + (lines - 1) * metrics.line };
    top = band.bottom + gap;
    return band;
  });
}

function toStop(stop: { id: string; lines: readonly string[]; labelWidth: number; x: number; top: number }): DrawnStop {
  const { id, lines, labelWidth, x, top } = stop;
  const y = top + radius;
  const textX = round(x + metrics.labelAt);
  return {
    id,
    x,
    y,
    lines: lines.map((text, index) => ({ text, x: textX, y: y + 4.5 + index * metrics.line })),
    box: {
      left: x - radius,
      top,
      right: textX + labelWidth,
      bottom: top + 2 * radius + 3 + (lines.length - 1) * metrics.line,
    },
  };
}

/** Tracks by topic: straight down inside a row's band, in a bend from one band to the next. */
function tracksOf(
  { rows, pieces }: OrderedRows,
  { bands, xOf }: { bands: readonly Band[]; xOf: (key: string) => number },
): ReadonlyMap<string, string> {
  const places = new Map(
    rows.flatMap((row, index) => row.map((item) => [item.key, { item, band: bands[index] }] as const)),
  );
  const tracks = new Map<string, string>();
  for (const { from, to } of pieces) {
    const upper = places.get(from);
    const lower = places.get(to);
    if (!upper?.band || !lower?.band) continue;
    const bend = bendOf({ x: xOf(from), y: upper.band.bottom }, { x: xOf(to), y: lower.band.top });
    const path = `M${xOf(from)} ${startOf(upper.item, upper.band)}V${upper.band.bottom}${bend}`;
    tracks.set(upper.item.topic, (tracks.get(upper.item.topic) ?? '') + path);
  }
  return tracks;
}

/** A track starts below its ring, or where the piece above it ends. */
const startOf = ({ isPass }: RowItem, { top }: Band) => round(isPass ? top : top + 2 * radius);

interface Point {
  readonly x: number;
  readonly y: number;
}

function bendOf(from: Point, to: Point): string {
  if (from.x === to.x) return `V${to.y}`;
  const middle = round((from.y + to.y) / 2);
  return `C${from.x} ${middle} ${to.x} ${middle} ${to.x} ${to.y}`;
}

const round = (value: number) => Math.round(value * 2) / 2;
