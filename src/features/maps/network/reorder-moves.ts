import { locateLines, measureStretch, type Places } from './track-cost.ts';
import type { Cell } from './types.ts';

/** Columns under reordering. The rough places of their lines and the costs are kept up to date. */
export interface Arrangement {
  readonly cells: Cell[][];
  readonly places: Places[];
  /** The cost of the stretch that ends at each column; 0 for the first. */
  readonly costs: number[];
}

/** Tries every new place for every cell of a column, and every swap of neighbors inside a cell. */
export function improveCells(arrangement: Arrangement): boolean {
  let improved = false;
  for (const [column, cells] of arrangement.cells.entries()) {
    for (const cell of [...cells]) {
      for (let target = 0; target < cells.length; target += 1) {
        const current = arrangement.cells[column] ?? [];
        const found = current.find((other) => other.id === cell.id && other.kind === cell.kind) ?? cell;
        if (current[target] === found) continue;
        const moved = current.filter((other) => other !== found).toSpliced(target, 0, found);
        improved = tryColumns(arrangement, new Map([[column, moved]])) || improved;
      }
    }
    improved = improveInside(arrangement, column) || improved;
  }
  return improved;
}

function improveInside(arrangement: Arrangement, column: number): boolean {
  let improved = false;
  for (let index = 0; index < (arrangement.cells[column]?.length ?? 0); index += 1) {
    const size = arrangement.cells[column]?.[index]?.lines.length ?? 0;
    for (let from = 0; from < size; from += 1) {
      for (let to = 0; to < size; to += 1) {
        const current = arrangement.cells[column] ?? [];
        const cell = current[index];
        const line = cell?.lines[from];
        if (!cell || line === undefined || from === to) continue;
        const lines = cell.lines.toSpliced(from, 1).toSpliced(to, 0, line);
        const changed = current.with(index, { ...cell, lines });
        improved = tryColumns(arrangement, new Map([[column, changed]])) || improved;
      }
    }
  }
  return improved;
}

/** Tries to lay each stretch on which a line is alone in its cells along each other line: above (0) or below (1). */
export function improveRuns(arrangement: Arrangement, side: 0 | 1): boolean {
  let improved = false;
  const lines = new Set(arrangement.places.flatMap((places) => places.order));
  for (const line of lines) {
    for (const run of findRuns(arrangement.cells, line)) {
      for (const other of lines) {
        if (other === line) continue;
        improved = tryColumns(arrangement, layAlong(arrangement.cells, { line, run, other, side })) || improved;
      }
    }
  }
  return improved;
}

function findRuns(cells: readonly (readonly Cell[])[], line: number): number[][] {
  const runs: number[][] = [[]];
  for (const [column, items] of cells.entries()) {
    if (items.some((cell) => cell.lines.length === 1 && cell.lines[0] === line)) runs.at(-1)?.push(column);
    else if (runs.at(-1)?.length) runs.push([]);
  }
  return runs.filter((run) => run.length > 0);
}

function layAlong(
  cells: readonly (readonly Cell[])[],
  { line, run, other, side }: { line: number; run: readonly number[]; other: number; side: number },
): Map<number, Cell[]> {
  const changed = new Map<number, Cell[]>();
  for (const column of run) {
    const current = cells[column] ?? [];
    const own = current.find((cell) => cell.lines.includes(line));
    const rest = current.filter((cell) => cell !== own);
    const anchor = rest.findIndex((cell) => cell.lines.includes(other));
    if (!own || anchor < 0 || current[anchor + side] === own) continue;
    changed.set(column, rest.toSpliced(anchor + side, 0, own));
  }
  return changed;
}

/** Puts the changed columns in place if that lowers the cost. */
function tryColumns({ cells, places, costs }: Arrangement, changed: ReadonlyMap<number, readonly Cell[]>): boolean {
  if (changed.size === 0) return false;
  const [from, to] = [Math.min(...changed.keys()), Math.min(places.length - 1, Math.max(...changed.keys()) + 1)];
  const tried = new Map([...changed].map(([column, items]) => [column, locateLines(items)]));
  const found: number[] = [];
  let gain = 0;
  for (let column = from; column <= to; column += 1) {
    const left = tried.get(column - 1) ?? places[column - 1];
    const cost = measureStretch(left, tried.get(column) ?? places[column]);
    found.push(cost);
    gain += (costs[column] ?? 0) - cost;
  }
  if (gain <= 1e-9) return false;
  for (const [index, cost] of found.entries()) costs[from + index] = cost;
  for (const [column, items] of changed) {
    cells[column] = [...items];
    places[column] = tried.get(column) ?? locateLines(items);
  }
  return true;
}
