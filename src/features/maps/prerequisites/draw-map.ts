import type { MapEdge } from './choose-topics.ts';
import { type OrderedRows, orderRows, type RowItem, spaceRows } from './rows.ts';

/** What the map needs to know about a topic. */
export interface MapTopic {
  readonly id: string;
  readonly title: string;
}

export type MapDrawing = ReturnType<typeof drawMap>;

export type DrawnStop = ReturnType<typeof toStop>;

export type Box = DrawnStop['box'];

/** Sizes in CSS pixels, the same as in `prerequisite-map.css`. */
export const metrics = { ring: 7, stroke: 3, track: 3.5, text: 13, line: 16, label: 124, labelAt: 15 } as const;

const radius = metrics.ring + metrics.stroke / 2;
/** Between rows, where tracks change places. */
const gap = 42;
const space = { stop: 14, pass: 9 } as const;

/**
 * Draws topics as stops, each below its prerequisites, and a track from each to everything that needs it.
 * Tracks only change places between rows, so that none runs through a stop or a title. The same input gives the same drawing.
 * @param topics in an order in which each comes after its prerequisites.
 * @param edges the prerequisites among them.
 * @returns stops from top to bottom, and from left to right, so every topic after its prerequisites; and by topic, the track
 * that leaves it for everything that needs it, as SVG path data.
 */
export function drawMap(topics: readonly MapTopic[], edges: readonly MapEdge[]) {
  const titles = new Map(topics.map(({ id, title }) => [id, wrapText(title)]));
  const linesOf = (id: string) => titles.get(id) ?? [];
  const ids = topics.map(({ id }) => id);
  const ordered = orderRows(rankTopics(ids, edges), edges);
  const { places, width } = spaceRows(ordered, ({ topic, isPass }) =>
    isPass
      ? { left: space.pass / 2, right: space.pass / 2 }
      : { left: radius + space.stop / 2, right: metrics.labelAt + widthOf(linesOf(topic)) + space.stop / 2 },
  );
  const xOf = (key: string) => round(places.get(key) ?? 0);
  const bands = bandsOf(ordered.rows, linesOf);
  const stops = ordered.rows.flatMap((row, index) =>
    row
      .filter(({ isPass }) => !isPass)
      .map(({ key }) => toStop(key, { lines: linesOf(key), x: xOf(key), top: bands[index]?.top ?? 0 })),
  );
  const height = bands.at(-1)?.bottom ?? 0;
  return { width: Math.ceil(width), height, stops, tracks: tracksOf(ordered, { bands, xOf }) };
}

interface Band {
  readonly top: number;
  readonly bottom: number;
}

/** The bands of the rows, each as high as its longest title needs. */
function bandsOf(rows: OrderedRows['rows'], linesOf: (id: string) => readonly string[]): readonly Band[] {
  let top = 2;
  return rows.map((row) => {
    const band = { top, bottom: bottomOf(top, Math.max(1, ...row.map(({ key }) => linesOf(key).length))) };
    top = band.bottom + gap;
    return band;
  });
}

/** The lower end of a stop whose title has this many lines. */
const bottomOf = (top: number, lines: number) => top + 2 * radius + 3 + (lines - 1) * metrics.line;

/** A topic on the map, in CSS pixels; `x` and `y` are the center of its ring. */
function toStop(id: string, { lines, x, top }: { lines: readonly string[]; x: number; top: number }) {
  const y = top + radius;
  const textX = round(x + metrics.labelAt);
  return {
    id,
    x,
    y,
    /** The lines of its title, each with the start of its baseline. */
    lines: lines.map((text, index) => ({ text, x: textX, y: y + 4.5 + index * metrics.line })),
    /** Around ring and title. */
    box: { left: x - radius, top, right: textX + widthOf(lines), bottom: bottomOf(top, lines.length) },
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

/** What an extra topic in a row costs, in rows of track: long rows make wide maps. */
const crowding = 1.5;
const passes = 8;

/**
 * Gives every topic a row below its prerequisites, counted from 0 at the top, and keeps tracks short.
 * Tracks that leave one topic share their way as far as possible, so they count as one.
 * @param ids topics in an order in which each comes after its prerequisites.
 */
function rankTopics(ids: readonly string[], edges: readonly MapEdge[]): ReadonlyMap<string, number> {
  const needs = new Map(ids.map((id) => [id, edges.filter(({ to }) => to === id).map(({ from }) => from)]));
  const opens = new Map(ids.map((id) => [id, edges.filter(({ from }) => from === id).map(({ to }) => to)]));
  const rows = new Map<string, number>();
  const rowOf = (id: string) => rows.get(id) ?? 0;
  const rowsOf = (list: readonly string[] = []) => list.map(rowOf);
  for (const id of ids) rows.set(id, Math.max(-1, ...rowsOf(needs.get(id))) + 1);
  const last = Math.max(0, ...rows.values());
  const counts = Array.from({ length: last + 1 }, (_, row) => ids.filter((id) => rowOf(id) === row).length);

  for (let pass = 0; pass < passes; pass += 1) {
    for (const id of pass % 2 === 0 ? ids.toReversed() : ids) moveToBest(id);
  }
  return rows;

  function moveToBest(id: string): void {
    const above = needs.get(id) ?? [];
    const below = rowsOf(opens.get(id));
    const from = Math.max(-1, ...rowsOf(above)) + 1;
    const to = Math.min(last + 1, ...below) - 1;
    counts[rowOf(id)] = (counts[rowOf(id)] ?? 1) - 1;
    const costs = Array.from({ length: to - from + 1 }, (_, step) => {
      const row = from + step;
      rows.set(id, row);
      const own = below.length > 0 ? Math.max(...below) - row : 0;
      const others = above.reduce((sum, needed) => sum + Math.max(...rowsOf(opens.get(needed))) - rowOf(needed), 0);
      return own + others + crowding * (counts[row] ?? 0);
    });
    const best = from + costs.indexOf(Math.min(...costs));
    rows.set(id, best);
    counts[best] = (counts[best] ?? 0) + 1;
  }
}

/** Advance widths of Overpass 600 in thousandths of the font size, from U+0020 to U+007E. */
const ADVANCES = [
  245, 291, 430, 696, 599, 858, 700, 235, 363, 363, 546, 639, 241, 410, 237, 512, 653, 391, 612, 601, 636, 614, 609,
  532, 623, 609, 237, 237, 639, 639, 639, 512, 826, 704, 679, 642, 701, 616, 571, 684, 714, 292, 554, 692, 564, 808,
  715, 725, 636, 725, 682, 609, 596, 704, 672, 845, 653, 670, 643, 387, 512, 387, 639, 494, 300, 547, 572, 528, 572,
  551, 352, 573, 582, 273, 273, 550, 281, 866, 582, 564, 574, 573, 408, 485, 388, 582, 543, 737, 557, 555, 531, 380,
  291, 380, 639,
] as const;
/** Fallback faces run wider than Overpass. */
const ALLOWANCE = 1.04;

/** Estimated width of a text in the map's label face; unknown characters count as wide ones. */
function measureText(text: string): number {
  const thousandths = [...text].reduce((sum, char) => sum + (ADVANCES[(char.codePointAt(0) ?? 0) - 32] ?? 900), 0);
  return (thousandths / 1000) * metrics.text * ALLOWANCE;
}

const widthOf = (lines: readonly string[]) => Math.ceil(widestOf(lines));

const widestOf = (lines: readonly string[]) => Math.max(0, ...lines.map(measureText));

/** Breaks a title into the fewest lines, at most three, that fit the width of labels, as even as possible. */
function wrapText(title: string): readonly string[] {
  // A lone ampersand at the end of a line looks lost.
  const words = title.replaceAll(' & ', ' &\u00a0').split(' ');
  const max = Math.min(3, words.length);
  for (let count = 1; count < max; count += 1) {
    const lines = splitEvenly(words, count);
    if (widestOf(lines) <= metrics.label) return lines;
  }
  return splitEvenly(words, max);
}

function splitEvenly(words: readonly string[], count: number): readonly string[] {
  if (count <= 1) return [words.join(' ').replaceAll('\u00a0', ' ')];
  let best: readonly string[] = [];
  for (let end = 1; end <= words.length - count + 1; end += 1) {
    const lines = [words.slice(0, end).join(' '), ...splitEvenly(words.slice(end), count - 1)];
    if (best.length === 0 || widestOf(lines) < widestOf(best)) best = lines;
  }
  return best;
}
