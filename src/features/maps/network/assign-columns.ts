import { collectEdges, combineOrders } from './travel-order.ts';
import type { ChosenNetwork } from './types.ts';

/** Weight of crowding in one column against the length of the lines. */
const CROWDING = 0.35;
const ROUNDS = 20;

/**
 * Gives each stop a column so that every line rides from left to right: few columns, short lines, and stops spread
 * evenly over the columns. Column 0 stays free for the badges of lines that start at once.
 */
export function assignColumns({ lines, stops }: ChosenNetwork): ReadonlyMap<string, number> {
  const sequences = lines.map((line) => line.stops);
  const order = combineOrders(sequences);
  const next = collectEdges(sequences);
  const previous = collectEdges(sequences.map((ids) => ids.toReversed()));
  const last = Math.max(1, ...order.before.values());
  const columns = new Map(stops.map(({ id }) => [id, order.before.get(id) ?? 1]));
  const weight = new Map(stops.map((stop) => [stop.id, 1 + stop.lines.length / 4]));

  const measure = () => measureSpans(sequences, columns) + CROWDING * measureCrowding(columns, weight);
  for (let round = 0; round < ROUNDS; round += 1) {
    let moved = false;
    const ids = round % 2 === 0 ? stops : stops.toReversed();
    for (const { id } of ids) {
      const from = 1 + Math.max(0, ...[...(previous.get(id) ?? [])].map((other) => columns.get(other) ?? 0));
      const to = Math.min(last + 1, ...[...(next.get(id) ?? [])].map((other) => columns.get(other) ?? 0)) - 1;
      moved = moveToBest(columns, { id, from, to, measure }) || moved;
    }
    if (!moved) break;
  }
  return columns;
}

function moveToBest(
  columns: Map<string, number>,
  {
    id,
    from,
    to,
    measure,
  }: { readonly id: string; readonly from: number; readonly to: number; readonly measure: () => number },
): boolean {
  const start = columns.get(id) ?? from;
  let best = { column: start, cost: measure() };
  for (let column = from; column <= to; column += 1) {
    columns.set(id, column);
    const cost = measure();
    if (cost < best.cost - 1e-9) best = { column, cost };
  }
  columns.set(id, best.column);
  return best.column !== start;
}

function measureSpans(sequences: readonly (readonly string[])[], columns: ReadonlyMap<string, number>): number {
  return sequences.reduce((sum, ids) => {
    const first = columns.get(ids[0] ?? '') ?? 0;
    const last = columns.get(ids.at(-1) ?? '') ?? 0;
    return sum + last - first;
  }, 0);
}

function measureCrowding(columns: ReadonlyMap<string, number>, weight: ReadonlyMap<string, number>): number {
  const load = new Map<number, number>();
  for (const [id, column] of columns) load.set(column, (load.get(column) ?? 0) + (weight.get(id) ?? 1));
  return [...load.values()].reduce((sum, value) => sum + value * value, 0);
}
