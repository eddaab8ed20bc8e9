import { build } from '#lib/browser/build.ts';
import { Later } from '#lib/browser/lazy.ts';
import { drawInPieces } from './draw-in-pieces.ts';

/** How many items a list shows before the reader asks for the others. */
const mostAtFirst = 15;

const finishEvent = 'wayline:finish';

/** A list that shows its first items, and the others below "185 more". They are drawn when they are asked for, or for paper. */
export function buildLongList<T>(
  items: readonly T[],
  { name, draw }: { name: string; draw: (item: T) => Node },
): HTMLElement {
  const first = build('ul', name, ...items.slice(0, mostAtFirst).map(draw));
  const others = items.slice(mostAtFirst);
  if (others.length === 0) return first;
  const list = build('ul', name);
  const later = new Later();
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

/** Draws all lists inside an element whole, for paper. */
export function finishLists(root: HTMLElement): void {
  for (const list of root.querySelectorAll('.long-list')) list.dispatchEvent(new Event(finishEvent));
}
