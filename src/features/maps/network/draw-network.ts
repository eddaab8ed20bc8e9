import { chooseStops } from './choose-stops.ts';
import { BADGE_LEADING, LABEL_LEADING, MARGIN, MOST_WIDTH } from './metrics.ts';
import { round, writePath } from './path-data.ts';
import { placeStops } from './place-stops.ts';
import { type RoutedNetwork, routeLines } from './route-lines.ts';
import type { Box, ChosenLine, ChosenStop, NetworkInput, Point } from './types.ts';

export interface DrawnLine extends ChosenLine {
  /** The `d` attribute of the line's path. */
  readonly path: string;
  /** The same way before its bends are rounded. */
  readonly points: readonly Point[];
  readonly label: PlacedBadge;
}

export interface DrawnStop extends ChosenStop {
  readonly column: number;
  /** Place in the column, counted from the top; unique within the column. */
  readonly row: number;
  /** The capsule's rectangle. */
  readonly box: Box;
  readonly label: PlacedLabel;
}

/** Plain geometry for the network's SVG. */
export interface NetworkDrawing {
  readonly width: number;
  readonly height: number;
  readonly lines: readonly DrawnLine[];
  readonly stops: readonly DrawnStop[];
}

/** With more lines than this, names are broken earlier to leave room for the lines. */
const MANY_LINES = 12;
/** The map starts with this many columns of stops and gives up some of them until it fits the width. */
const MOST_COLUMNS = 9;
const FEWEST_COLUMNS = 4;

/** Draws lines that share topics as one transit map. The same input always gives the same drawing. */
export function drawNetwork(input: NetworkInput): NetworkDrawing {
  return describeDrawing(fitWidth(input));
}

/** The first attempt that fits the wanted width, or the narrowest one. */
function fitWidth(input: NetworkInput): RoutedNetwork {
  const count = input.lines.length;
  const text = { labelWidth: count > MANY_LINES ? 76 : 88, height: Math.min(620, 120 + 40 * count) };
  const attempt = (columns: number) => routeLines(placeStops(chooseStops(input, columns), text));
  let columns = MOST_COLUMNS;
  let narrowest = attempt(columns);
  while (narrowest.width > MOST_WIDTH && columns > FEWEST_COLUMNS) {
    columns = Math.min(columns - 1, Math.ceil((columns * MOST_WIDTH) / narrowest.width));
    const routed = attempt(columns);
    if (routed.width < narrowest.width) narrowest = routed;
  }
  return narrowest;
}

function describeDrawing(routed: RoutedNetwork): NetworkDrawing {
  const rows = routed.rows.flatMap((column) => [...column.values()]);
  const boxes = routed.obstacles.flat();
  const top = Math.min(0, ...rows, ...boxes.map((box) => box.top)) - MARGIN;
  const bottom = Math.max(0, ...rows, ...boxes.map((box) => box.bottom)) + MARGIN;
  const { badges, labels } = placeLabels(routed, top);
  const lines = routed.network.lines.flatMap((line, index): DrawnLine[] => {
    const label = badges.get(line.id);
    const points = (routed.polylines[index] ?? []).map(({ x, y }) => ({ x: round(x), y: round(y - top) }));
    return label ? [{ ...line, path: writePath(points), points, label }] : [];
  });
  const stops = routed.network.stops.flatMap((stop): DrawnStop[] => {
    const label = labels.get(stop.id);
    const place = locateStop(routed, stop.id);
    return label && place ? [{ ...stop, ...place, box: moveUp(place.box, top), label }] : [];
  });
  // The order of the keyboard: from left to right, in each column from top to bottom.
  stops.sort((a, b) => a.column - b.column || a.row - b.row);
  return { width: Math.ceil(routed.width), height: Math.ceil(bottom - top), lines, stops };
}

function locateStop(routed: RoutedNetwork, id: string): { column: number; row: number; box: Box } | undefined {
  for (const [column, cells] of routed.cells.entries()) {
    const row = cells.findIndex((cell) => cell.kind === 'stop' && cell.id === id);
    const stop = routed.obstacles[column]?.find((box) => box.kind === 'stop' && box.id === id);
    const x = routed.columnPlaces[column] ?? 0;
    if (row >= 0 && stop) return { column, row, box: { ...stop, left: x + stop.left, right: x + stop.right } };
  }
  return undefined;
}

function moveUp({ left, right, top, bottom }: Box, by: number): Box {
  return { left: round(left), right: round(right), top: round(top - by), bottom: round(bottom - by) };
}

/** One line of text; `y` is its baseline. */
interface TextLine {
  readonly text: string;
  readonly x: number;
  readonly y: number;
}

interface PlacedLabel {
  readonly box: Box;
  readonly anchor: 'start' | 'middle' | 'end';
  readonly text: readonly TextLine[];
}

type PlacedBadge = PlacedLabel;

/** Distance from the top of a line of text to its baseline, as a share of the leading. */
const BASELINE = 0.76;

/** Puts every name at its reserved place. `top` is the map's upper edge. */
function placeLabels(
  { obstacles, columnPlaces, texts }: RoutedNetwork,
  top: number,
): { labels: ReadonlyMap<string, PlacedLabel>; badges: ReadonlyMap<string, PlacedBadge> } {
  const labels = new Map<string, PlacedLabel>();
  const badges = new Map<string, PlacedBadge>();
  for (const [column, boxes] of obstacles.entries()) {
    const x = columnPlaces[column] ?? 0;
    for (const box of boxes) {
      const placed = {
        left: round(x + box.left),
        right: round(x + box.right),
        top: round(box.top - top),
        bottom: round(box.bottom - top),
      };
      if (box.kind === 'label') {
        labels.set(box.id, writeText(texts.labels.get(box.id)?.text ?? [], { box: placed, leading: LABEL_LEADING }));
      }
      if (box.kind === 'badge') {
        badges.set(box.id, writeText(texts.badges.get(box.id)?.text ?? [], { box: placed, leading: BADGE_LEADING }));
      }
    }
  }
  return { labels, badges };
}

function writeText(
  text: readonly string[],
  { box, leading }: { readonly box: Box; readonly leading: number },
): PlacedLabel {
  const start = (box.top + box.bottom - text.length * leading) / 2;
  const x = round((box.left + box.right) / 2);
  const lines = text.map((line, index) => ({ text: line, x, y: round(start + (index + BASELINE) * leading) }));
  return { box, anchor: 'middle', text: lines };
}
