import { findMinCut, type Pipe } from './min-cut.ts';
import { type Blocks, type Separation, stackBlocks } from './row-blocks.ts';

/** A line's stretch from one column to the next. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly weight: number;
  /** Stretches of high priority are made straight first. */
  readonly priority: number;
}

const MOST_STEPS = 400;

/** What holds blocks apart and what draws them together. */
export interface Forces {
  readonly separations: readonly Separation[];
  readonly stretches: readonly Stretch[];
  /** The lowest row a block may start at. */
  readonly limit: number;
}

/** A relation of two blocks: `second` lies `gap` (or more) below `first`. */
interface Relation {
  readonly first: number;
  readonly second: number;
  readonly gap: number;
  readonly weight: number;
}

/**
 * Moves blocks to where the lines climb least in all; gives the row of each node. The total climb is a sum of
 * distances under difference constraints, so a state that no set of blocks can leave for a better one is optimal, and
 * a minimum cut finds the best such set.
 */
export function settleRows(blocks: Blocks, forces: Forces): Float64Array {
  const rows = stackBlocks(blocks, forces) ?? new Float64Array(blocks.block.length);
  const distances = forces.separations.map(({ upper, lower, gap }) => ({ from: upper, to: lower, gap, weight: 0 }));
  const limits = relate(blocks, distances);
  const level = forces.stretches.map((stretch) => ({ ...stretch, gap: 0 }));
  const pulls = relate(blocks, level);
  for (let step = 0, idle = 0; step < MOST_STEPS && idle < 2; step += 1) {
    const direction = step % 2 === 0 ? 1 : -1;
    let moved = false;
    while (shiftBest(rows, { direction, limits, pulls, limit: forces.limit })) moved = true;
    idle = moved ? 0 : idle + 1;
  }
  return blocks.offset.map((offset, node) => (rows[blocks.block[node] ?? node] ?? 0) + offset);
}

function relate(
  { block, offset }: Blocks,
  edges: readonly { from: number; to: number; gap: number; weight: number }[],
): Relation[] {
  return edges.flatMap(({ from, to, gap, weight }) => {
    const [first, second] = [block[from] ?? 0, block[to] ?? 0];
    if (first === second) return [];
    return [{ first, second, gap: gap + (offset[from] ?? 0) - (offset[to] ?? 0), weight }];
  });
}

interface Shift {
  readonly direction: 1 | -1;
  readonly limits: readonly Relation[];
  readonly pulls: readonly Relation[];
  readonly limit: number;
}

/** Moves the best set of blocks one way until a line becomes level or a distance least; false when none is better. */
function shiftBest(rows: Float64Array, shift: Shift): boolean {
  const { direction, limits, pulls, limit } = shift;
  const demands = Array.from(rows, (row) => ((direction > 0 ? row >= limit : row <= 0) ? Number.MAX_SAFE_INTEGER : 0));
  const pipes: Pipe[] = [];
  for (const { first, second, gap, weight } of pulls) {
    const climb = Math.sign((rows[second] ?? 0) - (rows[first] ?? 0) - gap) * direction;
    demands[second] = (demands[second] ?? 0) + climb * weight;
    demands[first] = (demands[first] ?? 0) - climb * weight;
    if (climb === 0) pipes.push({ from: first, to: second, capacity: weight, back: weight });
  }
  for (const { first, second, gap } of limits) {
    if ((rows[second] ?? 0) - (rows[first] ?? 0) > gap) continue;
    const [from, to] = direction > 0 ? [first, second] : [second, first];
    pipes.push({ from, to, capacity: Number.MAX_SAFE_INTEGER, back: 0 });
  }
  const moving = findMinCut(demands, pipes);
  const size = moving.size === 0 ? 0 : measureRoom(rows, { moving, shift });
  if (size <= 0 || !Number.isFinite(size)) return false;
  for (const id of moving) rows[id] = (rows[id] ?? 0) + direction * size;
  return true;
}

/** How far the set can move before the sum changes its slope. */
function measureRoom(
  rows: Float64Array,
  { moving, shift }: { readonly moving: ReadonlySet<number>; readonly shift: Shift },
): number {
  const { direction, limits, pulls, limit } = shift;
  let room = Number.POSITIVE_INFINITY;
  for (const id of moving) room = Math.min(room, direction > 0 ? limit - (rows[id] ?? 0) : (rows[id] ?? 0));
  const limitIt = ({ first, second, gap }: Relation): number => {
    const shrinking = moving.has(first) === direction > 0 ? 1 : -1;
    return ((rows[second] ?? 0) - (rows[first] ?? 0) - gap) * shrinking;
  };
  const isCut = ({ first, second }: Relation) => moving.has(first) !== moving.has(second);
  for (const relation of limits.filter(isCut)) {
    if (moving.has(relation.first) === direction > 0) room = Math.min(room, limitIt(relation));
  }
  for (const relation of pulls.filter(isCut)) {
    const slack = limitIt(relation);
    if (slack > 0) room = Math.min(room, slack);
  }
  return room;
}
