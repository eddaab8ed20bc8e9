import { hoursOf, type LineStops, type PlanTopic } from '#features/plan/index.ts';
import { type Marks, stateOf } from '#features/progress/index.ts';
import { build, buildLink } from '#lib/browser/build.ts';
import { Later } from '#lib/browser/lazy.ts';
import { partOf } from '#lib/browser/part-of.ts';
import { drawInPieces } from './draw-in-pieces.ts';
import { type Filters, passes } from './filters.ts';
import type { KnownSite } from './known-site.ts';

/** The stops of every line, each list drawn when it is opened; a stop is marked here as on the line's page. */
export class LineLists {
  readonly #list: HTMLElement;
  /** What is not drawn yet of each list that was opened. */
  readonly #waiting = new Map<HTMLDetailsElement, Later>();
  readonly #topics: ReadonlyMap<string, readonly PlanTopic[]>;
  #marks: Marks = new Map();
  #filters: Filters = { level: '', hidesKnown: false };

  constructor(list: HTMLElement, { site, signal }: { site: KnownSite; signal: AbortSignal }) {
    this.#list = list;
    this.#topics = new Map(
      site.lines.map(({ id, stops }) => [id, distinctStops(stops).flatMap((stop) => site.topics.get(stop) ?? [])]),
    );
    // The event of a <details> does not bubble.
    list.addEventListener('toggle', ({ target }) => this.#toggle(target), { signal, capture: true });
  }

  /** Puts the lines first that the reader has begun, in their order. Done once, so that nothing moves under a finger. */
  sort(marks: Marks): void {
    const isBegun = (item: Element) => this.#topicsOf(item).some(({ id }) => stateOf(marks, id) !== 'none');
    this.#list.prepend(...[...this.#list.children].filter(isBegun));
  }

  /** Shows the counts; open lists change only with the filters, for the reader may be at work in them. */
  show(marks: Marks, filters: Filters): void {
    const hasNewFilters = filters !== this.#filters;
    this.#marks = marks;
    this.#filters = filters;
    for (const item of this.#list.children) {
      const details = item.querySelector('details');
      if (!details) continue;
      const count = this.#topicsOf(item).filter((topic) => passes(topic, filters, marks)).length;
      partOf(details, 'summary').textContent = `Stops (${count})`;
      if (hasNewFilters && details.open) this.#draw(details);
    }
  }

  /** Draws all open lists whole, for paper. */
  finish(): void {
    for (const later of this.#waiting.values()) later.finish();
  }

  #toggle(target: EventTarget | null): void {
    if (target instanceof HTMLDetailsElement && target.open) this.#draw(target);
  }

  #draw(details: HTMLDetailsElement): void {
    const item = details.closest('li');
    if (!item) return;
    const topics = this.#topicsOf(item).filter((topic) => passes(topic, this.#filters, this.#marks));
    const list = build('ol', 'stop-list mt-2');
    const title = item.querySelector('h3 a')?.textContent ?? '';
    list.ariaLabel = `Stops of ${title}`;
    const rest = drawInPieces(list, topics, buildStop);
    partOf(details, 'summary').nextElementSibling?.remove();
    details.append(topics.length > 0 ? list : build('p', 'mt-2', 'No stop is left with these filters.'));
    const later = this.#waiting.get(details) ?? new Later();
    this.#waiting.set(details, later);
    later.start(rest);
  }

  #topicsOf(item: Element): readonly PlanTopic[] {
    return (item instanceof HTMLElement && this.#topics.get(item.dataset['id'] ?? '')) || [];
  }
}

/** Ids of the stops of a line with all its branches, each once. */
export function distinctStops({ trunk, branches }: LineStops): readonly string[] {
  return [...new Set([...trunk, ...branches.flat()].map(({ id }) => id))];
}

function buildStop({ id, title, address, halves }: PlanTopic): HTMLElement {
  const mark = build('topic-mark' as 'div', 'stop-mark', build('span', 'stop-symbol'));
  Object.assign(mark.dataset, { topic: id, title, state: 'none' });
  const text = build('p', '', buildLink(address, title), build('span', 'stop-note', hoursOf(halves)));
  return build('li', '', mark, text);
}
