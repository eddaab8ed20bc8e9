/** A lower cell's place must be at least `gap` below the upper one's. Nodes are places of lines in columns. */
export interface Separation {
  readonly upper: number;
  readonly lower: number;
  readonly gap: number;
}

/** Nodes joined into rigid blocks: the row of a node is the row of its block plus its offset. */
export interface Blocks {
  readonly block: Int32Array;
  readonly offset: Float64Array;
}

/** Every node a block of its own. */
export function createBlocks(size: number): Blocks {
  return { block: Int32Array.from({ length: size }, (_, node) => node), offset: new Float64Array(size) };
}

/** A copy in which node `b` lies `distance` below node `a`; undefined when they are joined already. */
export function joinNodes(
  blocks: Blocks,
  { a, b, distance }: { readonly a: number; readonly b: number; readonly distance: number },
): Blocks | undefined {
  const [kept, moved] = [blocks.block[a] ?? a, blocks.block[b] ?? b];
  if (kept === moved) return undefined;
  const shift = (blocks.offset[a] ?? 0) + distance - (blocks.offset[b] ?? 0);
  const joined = { block: blocks.block.slice(), offset: blocks.offset.slice() };
  for (let node = 0; node < joined.block.length; node += 1) {
    if (joined.block[node] !== moved) continue;
    joined.block[node] = kept;
    joined.offset[node] = (joined.offset[node] ?? 0) + shift;
  }
  return joined;
}

/** The highest rows that satisfy all separations, per block; undefined when one would lie below `limit`. */
export function stackBlocks(
  { block, offset }: Blocks,
  { separations, limit }: { readonly separations: readonly Separation[]; readonly limit: number },
): Float64Array | undefined {
  const rows = new Float64Array(block.length);
  for (let changed = true; changed; ) {
    changed = false;
    for (const { upper, lower, gap } of separations) {
      const [above, below] = [block[upper] ?? 0, block[lower] ?? 0];
      const least = (rows[above] ?? 0) + (offset[upper] ?? 0) + gap - (offset[lower] ?? 0);
      if ((rows[below] ?? 0) >= least - 1e-6) continue;
      // A block that must lie below itself sinks forever.
      if (above === below || least > limit) return undefined;
      rows[below] = least;
      changed = true;
    }
  }
  return rows;
}
