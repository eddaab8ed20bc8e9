import type { Cell, ChosenNetwork } from './types.ts';

/**
 * Fills every column with its cells: stops, badges one column before a line's first stop, and lines riding past.
 * Cells and the lines in them follow `sequence`, the order of the lines from top to bottom.
 */
export function buildColumns(
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
export function sortCells(cells: readonly Cell[], placeOf: (line: number) => number): Cell[] {
  return cells
    .map((cell) => {
      const members = cell.lines.toSorted((a, b) => placeOf(a) - placeOf(b) || a - b);
      const mean = members.reduce((sum, line) => sum + placeOf(line), 0) / members.length;
      return { cell: { ...cell, lines: members }, mean };
    })
    .sort((a, b) => a.mean - b.mean || (a.cell.id < b.cell.id ? -1 : 1))
    .map(({ cell }) => cell);
}
