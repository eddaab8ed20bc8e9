import { runDagre } from '../diagram/run-dagre.ts';
import type { MapEdge } from './choose-topics.ts';

/** An item of a row: a topic, or a place where the track of a topic further up passes. */
export interface RowItem {
  readonly key: string;
  /** The topic, or the topic whose track passes. */
  readonly topic: string;
  readonly isPass: boolean;
}

/** A piece of track from an item to one in the next row, both by key. */
interface Piece {
  readonly from: string;
  readonly to: string;
  /** How important it is that it runs straight. */
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

/** Splits every track at the rows that it passes. All tracks of a topic share the places where they pass. */
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

/** How far an item reaches to the left and to the right of its track, with the space that it keeps free. */
interface Extent {
  readonly left: number;
  readonly right: number;
}

const sweeps = 30;
/** In so many sweeps at the end, an item considers its neighbors above and below. */
const closing = 4;

/**
 * Gives every item a place in its row: in the given order, without overlaps, above what it leads to,
 * and no further out than the longest row needs. With dagre's own places, maps would be three times as wide.
 * @returns the distance of each item's track from the left, by key.
 */
export function spaceRows(
  { rows, pieces }: OrderedRows,
  extentOf: (item: RowItem) => Extent,
): { readonly places: ReadonlyMap<string, number>; readonly width: number } {
  const packed = rows.map((row) => packRow(row, extentOf));
  const width = Math.max(0, ...packed.map((row) => row.width));
  const places = new Map(
    packed.flatMap((row) => row.items.map(({ key, offset }) => [key, offset + (width - row.width) / 2] as const)),
  );
  const above = Map.groupBy(pieces, ({ to }) => to);
  const below = Map.groupBy(pieces, ({ from }) => from);
  const pullsOf = (key: string, sweep: number): readonly Pull[] => {
    const up = (above.get(key) ?? []).map(({ from, weight }) => ({ at: places.get(from) ?? 0, weight }));
    const down = (below.get(key) ?? []).map(({ to, weight }) => ({ at: places.get(to) ?? 0, weight }));
    if (sweep >= sweeps - closing || up.length === 0 || down.length === 0) return [...up, ...down];
    return sweep % 2 === 0 ? up : down;
  };
  for (let sweep = 0; sweep < sweeps; sweep += 1) {
    for (const row of sweep % 2 === 0 ? packed : packed.toReversed()) {
      const wishes = row.items.map(({ key, offset }) =>
        wishOf(pullsOf(key, sweep), { here: places.get(key) ?? 0, offset }),
      );
      const moves = keepOrder(wishes);
      row.items.forEach(({ key, offset }, index) => {
        places.set(key, offset + Math.min(width - row.width, Math.max(0, moves[index] ?? 0)));
      });
    }
  }
  return { places, width };
}

type Pull = Pick<Piece, 'weight'> & { readonly at: number };

/** How far an item wants to move from its place in the packed row, and how strongly. */
interface Wish {
  readonly move: number;
  readonly weight: number;
}

function wishOf(pulls: readonly Pull[], { here, offset }: { here: number; offset: number }): Wish {
  const weight = pulls.reduce((sum, pull) => sum + pull.weight, 0);
  if (weight === 0) return { move: here - offset, weight: 0.1 };
  return { move: pulls.reduce((sum, pull) => sum + pull.at * pull.weight, 0) / weight - offset, weight };
}

/** Packs a row as tightly as possible; offsets are those of the items' tracks. */
function packRow(row: readonly RowItem[], extentOf: (item: RowItem) => Extent) {
  let end = 0;
  const items = row.map((item) => {
    const { left, right } = extentOf(item);
    const offset = end + left;
    end = offset + right;
    return { key: item.key, offset };
  });
  return { items, width: end };
}

/** The moves closest to the wishes that never decrease from left to right (pool adjacent violators). */
function keepOrder(wishes: readonly Wish[]): readonly number[] {
  const pools: { move: number; weight: number; count: number }[] = [];
  for (const wish of wishes) {
    let pool = { ...wish, count: 1 };
    for (let before = pools.at(-1); before && before.move > pool.move; before = pools.at(-1)) {
      const weight = before.weight + pool.weight;
      const move = (before.move * before.weight + pool.move * pool.weight) / weight;
      pool = { move, weight, count: before.count + pool.count };
      pools.pop();
    }
    pools.push(pool);
  }
  return pools.flatMap(({ move, count }) => Array.from({ length: count }, () => move));
}
