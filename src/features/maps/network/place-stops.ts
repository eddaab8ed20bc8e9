import { assignColumns } from './assign-columns.ts';
import { proposeSequences } from './line-sequence.ts';
import { measureExtent } from './obstacles.ts';
import { placeRows, type Rows } from './place-rows.ts';
import { planTexts, type TextPlans } from './plan-labels.ts';
import { type Arrangement, improveCells, improveRuns } from './reorder-moves.ts';
import { findPlace, locateLines, measureStretch } from './track-cost.ts';
import type { Cell, ChosenNetwork } from './types.ts';

/** The network on its grid: cells of every column from top to bottom, and the row of each line in each column. */
export interface PlacedNetwork {
  readonly network: ChosenNetwork;
  readonly cells: readonly (readonly Cell[])[];
  readonly rows: Rows;
  readonly texts: TextPlans;
}

/** Gives every stop one cell of the grid: a column from the lines' common order, a row that keeps lines straight. */
export function placeStops(
  network: ChosenNetwork,
  { labelWidth, height }: { readonly labelWidth: number; readonly height: number },
): PlacedNetwork {
  const cells = arrangeCells(network);
  const texts = planTexts(network, { cells, width: labelWidth });
  const rows = placeRows(cells, {
    lineCount: network.lines.length,
    extentOf: (cell) => measureExtent(cell, texts),
    height,
  });
  return { network, cells, rows, texts };
}

function arrangeCells(network: ChosenNetwork): readonly (readonly Cell[])[] {
  const columns = assignColumns(network);
  const starts = proposeSequences(network);
  const results = starts.map((sequence) => orderTracks(buildColumns(network, { columns, sequence })));
  return results.reduce((best, result) => (result.cost < best.cost - 1e-9 ? result : best)).cells;
}

const SWEEPS = 6;
const ROUNDS = 8;

/** Orders cells and lines of every column so that lines cross and climb as little as possible; gives the cost too. */
function orderTracks(start: readonly (readonly Cell[])[]): { cells: Cell[][]; cost: number } {
  const first = refine(sweepBest(arrange(start)));
  const second = refine(sweepBest(first));
  const best = measureAll(second) < measureAll(first) - 1e-9 ? second : first;
  return { cells: best.cells, cost: measureAll(best) };
}

/** The best of several sweeps, none of them the start itself. */
function sweepBest(start: Arrangement): Arrangement {
  let swept = sweepColumns(start, true);
  let best = swept;
  for (let sweep = 1; sweep < SWEEPS; sweep += 1) {
    swept = sweepColumns(swept, sweep % 2 === 0);
    if (measureAll(swept) < measureAll(best) - 1e-9) best = swept;
  }
  return arrange(best.cells);
}

function arrange(cells: readonly (readonly Cell[])[]): Arrangement {
  const places = cells.map(locateLines);
  const costs = places.map((right, column) => measureStretch(places[column - 1], right));
  return { cells: cells.map((column) => [...column]), places, costs };
}

function measureAll({ costs }: Arrangement): number {
  return costs.reduce((sum, cost) => sum + cost, 0);
}

/** Reorders each column by where its lines lie in the column visited before. */
function sweepColumns({ cells }: Arrangement, forward: boolean): Arrangement {
  const swept = cells.map((column) => [...column]);
  const order = [...swept.keys()];
  if (!forward) order.reverse();
  let seen = locateLines([]);
  for (const column of order) {
    const own = locateLines(swept[column] ?? []);
    const sorted = sortCells(swept[column] ?? [], (line) => findPlace(seen, line) ?? findPlace(own, line) ?? 0);
    swept[column] = sorted;
    seen = locateLines(sorted);
  }
  return arrange(swept);
}

function refine(arrangement: Arrangement): Arrangement {
  for (let round = 0, idle = 0; round < ROUNDS && idle < 2; round += 1) {
    const cells = improveCells(arrangement);
    const runs = improveRuns(arrangement, round % 2 === 0 ? 0 : 1);
    idle = cells || runs ? 0 : idle + 1;
  }
  return arrangement;
}

/**
 * Fills every column with its cells: stops, badges one column before a line's first stop, and lines riding past.
 * Cells and the lines in them follow `sequence`, the order of the lines from top to bottom.
 */
function buildColumns(
  { lines, stops }: ChosenNetwork,
  { columns, sequence }: { readonly columns: ReadonlyMap<string, number>; readonly sequence: readonly number[] },
): Cell[][] {
  const rank = new Map(sequence.map((line, place) => [line, place]));
  const byRank = (a: number, b: number) => (rank.get(a) ?? 0) - (rank.get(b) ?? 0);
  const spans = lines.map((line) => {
    const places = line.stops.map((id) => columns.get(id) ?? 1);
    return { from: Math.min(...places) - 1, to: Math.max(...places), places: new Set(places) };
  });
  const cellsAt = (column: number): Cell[] => {
    const called = stops
      .filter((stop) => columns.get(stop.id) === column)
      .map((stop): Cell => {
        const members = lines.flatMap((line, index) => (stop.lines.includes(line.id) ? [index] : []));
        return { kind: 'stop', id: stop.id, lines: members.sort(byRank) };
      });
    const others = lines.flatMap((line, index): Cell[] => {
      const span = spans[index];
      if (!span || line.stops.length === 0 || column < span.from || column > span.to) return [];
      if (span.places.has(column)) return [];
      return [{ kind: column === span.from ? 'badge' : 'pass', id: line.id, lines: [index] }];
    });
    return sortCells([...called, ...others], (line) => rank.get(line) ?? 0);
  };
  const last = Math.max(0, ...columns.values());
  return Array.from({ length: last + 1 }, (_, column) => cellsAt(column));
}

/** Sorts cells, and the lines inside each, by the mean place that `placeOf` gives to their lines. */
function sortCells(cells: readonly Cell[], placeOf: (line: number) => number): Cell[] {
  return cells
    .map((cell) => {
      const members = cell.lines.toSorted((a, b) => placeOf(a) - placeOf(b) || a - b);
      const mean = members.reduce((sum, line) => sum + placeOf(line), 0) / members.length;
      return { cell: { ...cell, lines: members }, mean };
    })
    .sort((a, b) => a.mean - b.mean || (a.cell.id < b.cell.id ? -1 : 1))
    .map(({ cell }) => cell);
}
