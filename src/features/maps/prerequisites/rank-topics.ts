import type { MapEdge } from './types.ts';

/** What one topic more in a row costs, in rows of track: long rows make wide maps. */
const crowding = 1.5;
const passes = 8;

/**
 * Gives every topic a row, counted from 0 at the top, below all that it needs.
 * Rows keep the tracks short: all that leave one topic run as one as far as they can.
 * @param ids topics in an order in which each comes after all that it needs.
 */
export function rankTopics(ids: readonly string[], edges: readonly MapEdge[]): ReadonlyMap<string, number> {
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
