/** How many items of a list are drawn at once, and how many in each later piece: a few milliseconds on a slow phone. */
const [atOnce, perPiece] = [5, 25];

/**
 * Puts the first items into a list.
 * @returns the rest as tasks that can wait.
 */
export function drawInPieces<T>(list: HTMLElement, items: readonly T[], build: (item: T) => Node): (() => void)[] {
  const draw = (from: number, to: number) => list.append(...items.slice(from, to).map(build));
  list.replaceChildren();
  draw(0, atOnce);
  const pieces = Math.ceil(Math.max(0, items.length - atOnce) / perPiece);
  return Array.from({ length: pieces }, (_, piece) => {
    const from = atOnce + piece * perPiece;
    return () => draw(from, from + perPiece);
  });
}
