import { sortCells } from './build-columns.ts';
import { type Arrangement, improveCells, improveRuns } from './reorder-moves.ts';
import { findPlace, locateLines, measureStretch } from './track-cost.ts';
import type { Cell } from './types.ts';

const SWEEPS = 6;
const ROUNDS = 8;

/** Orders cells and lines of every column so that lines cross and climb as little as possible; gives the cost too. */
export function orderTracks(start: readonly (readonly Cell[])[]): { cells: Cell[][]; cost: number } {
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
