import { TRACK } from './metrics.ts';
import { type Blocks, createBlocks, joinNodes, type Separation, stackBlocks } from './row-blocks.ts';
import { type Forces, type Stretch, settleRows } from './settle-rows.ts';
import { findPlace, locateLines, type Places } from './track-cost.ts';
import type { Cell } from './types.ts';

/** A bend for less than this is worth some climbing elsewhere. */
const SMALL_CLIMB = 4 * TRACK;

/** Most extra space between two cells. */
const MOST_AIR = 5 * TRACK;

/** How far a cell reaches above its first and below its last line, and the free space it wants around it. */
export interface Extent {
  readonly above: number;
  readonly below: number;
}

/** The row of each line in each column it touches. */
export type Rows = readonly ReadonlyMap<number, number>[];

interface RowOptions {
  readonly lineCount: number;
  readonly extentOf: (cell: Cell) => Extent;
  /** The height wanted. The map gets more air up to this height, and more height only when its cells need it. */
  readonly height: number;
}

/** Finds rows that keep every column's order and distances and leave as many stretches as possible straight. */
export function placeRows(cells: readonly (readonly Cell[])[], options: RowOptions): Rows {
  const blocks = joinStops(cells, options.lineCount);
  const { separations, limit } = spreadCells(cells, { blocks, options });
  const forces = { separations, stretches: listStretches(cells, options.lineCount), limit };
  const straight = straighten(blocks, { forces, rows: settleRows(blocks, forces) });
  const rows = settleRows(straight, forces);
  return cells.map((column, index) => {
    const lines = column.flatMap((cell) => cell.lines);
    return new Map(lines.map((line) => [line, rows[index * options.lineCount + line] ?? 0]));
  });
}

/** The distances with the most air that keeps the columns within the wanted height, and the height they need. */
function spreadCells(
  cells: readonly (readonly Cell[])[],
  { blocks, options }: { readonly blocks: Blocks; readonly options: RowOptions },
): { readonly separations: readonly Separation[]; readonly limit: number } {
  for (let air = MOST_AIR; ; air -= TRACK) {
    const separations = cells.flatMap((column, index) => separateCells(column, { index, air, options }));
    const stacked = stackBlocks(blocks, { separations, limit: Number.POSITIVE_INFINITY }) ?? [];
    const needed = Math.max(0, ...stacked);
    if (needed <= options.height || air <= 0) return { separations, limit: Math.max(needed, options.height) };
  }
}

/** Joins the ends of every stretch that climbs little, as long as the separations allow it. */
function straighten(start: Blocks, { forces, rows }: { readonly forces: Forces; readonly rows: Float64Array }): Blocks {
  const climb = ({ from, to }: Stretch) => Math.abs((rows[to] ?? 0) - (rows[from] ?? 0));
  let blocks = start;
  for (const stretch of forces.stretches.toSorted((a, b) => climb(a) - climb(b))) {
    if (climb(stretch) > SMALL_CLIMB) break;
    const joined = joinNodes(blocks, { a: stretch.from, b: stretch.to, distance: 0 });
    if (joined && stackBlocks(joined, forces)) blocks = joined;
  }
  return blocks;
}

function separateCells(
  column: readonly Cell[],
  { index, air, options }: { readonly index: number; readonly air: number; readonly options: RowOptions },
): Separation[] {
  return column.flatMap((upper, place) => {
    const lower = column[place + 1];
    const last = upper.lines.at(-1);
    const first = lower?.lines[0];
    if (!lower || last === undefined || first === undefined) return [];
    const free = options.extentOf(upper).below + options.extentOf(lower).above;
    // Lines riding past need less air than stops.
    const share = upper.kind === 'pass' || lower.kind === 'pass' ? 2 : 1;
    const gap = (Math.ceil(free / TRACK) + Math.floor(air / TRACK / share)) * TRACK;
    return [{ upper: index * options.lineCount + last, lower: index * options.lineCount + first, gap }];
  });
}

/** Lines at one stop lie one track apart. */
function joinStops(cells: readonly (readonly Cell[])[], lineCount: number): Blocks {
  let blocks = createBlocks(cells.length * lineCount);
  for (const [index, column] of cells.entries()) {
    for (const { lines } of column) {
      const [first] = lines;
      for (const [place, line] of lines.entries()) {
        if (first === undefined || place === 0) continue;
        const nodes = { a: index * lineCount + first, b: index * lineCount + line, distance: place * TRACK };
        blocks = joinNodes(blocks, nodes) ?? blocks;
      }
    }
  }
  return blocks;
}

/** All stretches, those first whose bend would hurt most: uncrossed ones, and those of wide bundles. */
function listStretches(cells: readonly (readonly Cell[])[], lineCount: number): Stretch[] {
  const stretches: Stretch[] = [];
  for (const [index, column] of cells.entries()) {
    const next = cells[index + 1];
    if (!next) continue;
    const [left, right] = [locateLines(column), locateLines(next)];
    for (const line of left.order) {
      if (findPlace(right, line) === undefined) continue;
      const bundle = countCompanions(column, { next, line });
      const priority = 3 * bundle - countCrossings(line, { left, right });
      stretches.push({ from: index * lineCount + line, to: (index + 1) * lineCount + line, weight: 1, priority });
    }
  }
  return stretches.sort((a, b) => b.priority - a.priority || a.from - b.from);
}

function countCompanions(
  column: readonly Cell[],
  { next, line }: { readonly next: readonly Cell[]; readonly line: number },
): number {
  const here = column.find((cell) => cell.lines.includes(line));
  const there = next.find((cell) => cell.lines.includes(line));
  return (here?.lines ?? []).filter((other) => there?.lines.includes(other)).length;
}

function countCrossings(line: number, { left, right }: { readonly left: Places; readonly right: Places }): number {
  const [from, to] = [findPlace(left, line) ?? 0, findPlace(right, line) ?? 0];
  return left.order.filter((other) => {
    const end = findPlace(right, other);
    return end !== undefined && ((findPlace(left, other) ?? 0) - from) * (end - to) < 0;
  }).length;
}
