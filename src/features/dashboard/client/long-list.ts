import { build } from '#lib/browser/build.ts';
import { TaskQueue } from '#lib/browser/lazy.ts';

/** How many items a list shows before the reader asks for more. */
const maxAtFirst = 15;

const finishEvent = 'wayline:finish';

/** Builds a list that shows its first items and the rest under "185 more". The rest is drawn when it is opened or printed. */
export function buildLongList<T>(
  items: readonly T[],
  { name, draw }: { name: string; draw: (item: T) => Node },
): HTMLElement {
  const first = build('ul', name, ...items.slice(0, maxAtFirst).map(draw));
  const others = items.slice(maxAtFirst);
  if (others.length === 0) return first;
  const list = build('ul', name);
  const later = new TaskQueue();
  const fill = () => {
    if (list.childElementCount === 0) later.start(drawInPieces(list, others, draw));
  };
  const more = build('details', 'long-list', build('summary', '', `${others.length} more`), list);
  more.addEventListener('toggle', fill);
  more.addEventListener(finishEvent, () => {
    fill();
    later.finish();
  });
  return build('div', '', first, more);
}

/** Draws all lists inside an element completely, for printing. */
export function finishLists(root: HTMLElement): void {
  for (const list of root.querySelectorAll('.long-list')) list.dispatchEvent(new Event(finishEvent));
}

/** How many items are drawn at once, and how many in each later step, which takes a few milliseconds on a slow phone. */
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
