import { runDagre } from '../diagram/run-dagre.ts';
import type { MapEdge } from './types.ts';

/** Something that stands in a row: a topic, or a place where the track of a topic further up passes. */
export interface RowItem {
  readonly key: string;
  /** The topic, or the one whose track it is. */
  readonly topic: string;
  readonly isPass: boolean;
}

/** A piece of track from an item to one in the next row, both by key. */
export interface Piece {
  readonly from: string;
  readonly to: string;
  /** How much it is to be kept straight. */
  readonly weight: number;
}

export interface OrderedRows {
  /** From top to bottom, each from left to right. */
  readonly rows: readonly (readonly RowItem[])[];
  readonly pieces: readonly Piece[];
}

/** Orders topics and passing tracks inside their rows so that few tracks cross, with dagre. */
export function orderRows(rowOf: ReadonlyMap<string, number>, edges: readonly MapEdge[]): OrderedRows {
  const { items, pieces } = layTracks(rowOf, edges);
  const list = [...items.values()];
  const { nodes } = runDagre(
    {
      nodes: list.map(({ item, row }) => ({ id: item.key, rank: row, width: item.isPass ? 4 : 100, height: 10 })),
      edges: pieces.map((piece) => ({ ...piece, width: 0, height: 0 })),
    },
    { rankdir: 'TB', nodesep: 10, ranksep: 20, edgesep: 2 },
  );
  const placed = list.map(({ item, row }, index) => ({ item, row, x: nodes[index]?.x ?? 0 }));
  const byRow = Map.groupBy(
    placed.toSorted((a, b) => a.x - b.x),
    ({ row }) => row,
  );
  const rows = [...byRow].toSorted(([a], [b]) => a - b).map(([, row]) => row.map(({ item }) => item));
  return { rows, pieces };
}

/** Splits every track at the rows that it passes; all tracks of a topic share those places. */
function layTracks(rowOf: ReadonlyMap<string, number>, edges: readonly MapEdge[]) {
  const items = new Map<string, { readonly item: RowItem; readonly row: number }>();
  const pieces: Piece[] = [];
  for (const [topic, row] of rowOf) items.set(topic, { item: { key: topic, topic, isPass: false }, row });
  for (const { from, to } of edges) {
    let above = from;
    for (let row = (rowOf.get(from) ?? 0) + 1; row < (rowOf.get(to) ?? 0); row += 1) {
      const key = `${from} ${row}`;
      if (!items.has(key)) {
        items.set(key, { item: { key, topic: from, isPass: true }, row });
        pieces.push({ from: above, to: key, weight: above === from ? 2 : 6 });
      }
      above = key;
    }
    pieces.push({ from: above, to, weight: above === from ? 1 : 2 });
  }
  return { items, pieces };
}
