import type { LinePuzzle } from '../line-puzzle.ts';

/** The pieces of a puzzle as texts: first those of the solution in the usual order, then the strays. */
export function piecesOf(solution: string, { lengths, strays }: LinePuzzle): readonly string[] {
  const lines = solution.trimEnd().split('\n');
  let at = 0;
  const own = lengths.map((length) => {
    at += length;
    return lines.slice(at - length, at).join('\n');
  });
  return [...own, ...strays];
}

/** Pieces by their index: those that are still to choose from, and those of the reader's program in their order. */
export interface LineOrder {
  readonly left: readonly number[];
  readonly program: readonly number[];
}

/** All pieces to choose from, in an order that gives nothing away. */
export function shuffled(count: number, random: () => number = Math.random): LineOrder {
  const pieces = Array.from({ length: count }, (_, piece) => ({ piece, key: random() }));
  const mixed = pieces.toSorted((a, b) => a.key - b.key).map(({ piece }) => piece);
  const isSorted = mixed.every((piece, at) => piece === at);
  return { left: isSorted ? mixed.toReversed() : mixed, program: [] };
}

/** With a piece moved to a place in one of the two lists. */
export function withMoved(
  order: LineOrder,
  piece: number,
  { to, at }: { readonly to: keyof LineOrder; readonly at: number },
): LineOrder {
  const without = (list: readonly number[]) => list.filter((each) => each !== piece);
  const lists = { left: without(order.left), program: without(order.program) };
  return { ...lists, [to]: lists[to].toSpliced(Math.max(0, at), 0, piece) };
}

/** How far a program follows the usual one, as lines that look alike are alike: the number of pieces, and whether all is there. */
export function followsUsual(
  program: readonly number[],
  pieces: readonly string[],
  usual: number,
): { readonly count: number; readonly isAll: boolean } {
  const text = (piece: number | undefined) => (piece === undefined ? undefined : pieces[piece]?.trimEnd());
  const first = program.findIndex((piece, at) => at >= usual || text(piece) !== text(at));
  const count = first === -1 ? program.length : first;
  return { count, isAll: count === usual && program.length === usual };
}

/** The program as it goes into the editor. */
export const programText = (program: readonly number[], pieces: readonly string[]) =>
  `${program.map((piece) => pieces[piece]).join('\n')}\n`;
