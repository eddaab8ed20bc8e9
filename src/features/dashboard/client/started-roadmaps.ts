import type { PlanTopic } from '#features/plan/index.ts';
import { progress } from '#features/progress/client/index.ts';
import { build, buildLink } from '#lib/browser/build.ts';
import { TaskQueue } from '#lib/browser/lazy.ts';
import { partOf } from '#lib/browser/part-of.ts';
import { countText, hoursText } from '#lib/wording.ts';
import type { StartedRoadmap } from '../roadmaps-begun.ts';
import { drawInPieces } from './long-list.ts';
import type { SiteIndex } from './site-index.ts';
import { type Filters, passes } from './topic-lists.ts';

/** How many roadmaps are shown before the reader asks for more. */
const maxAtFirst = 3;

/** The roadmaps that the reader has started. Their topics are drawn when they are opened, and can be marked there. */
export class StartedRoadmaps {
  readonly #section: HTMLElement;
  readonly #items: readonly HTMLElement[];
  /** The rest of each opened list that isn't drawn yet. */
  readonly #waiting = new Map<HTMLDetailsElement, TaskQueue>();
  readonly #site: SiteIndex;
  /** By roadmap, the topics that the reader takes on it. */
  #topics: ReadonlyMap<string, readonly PlanTopic[]> = new Map();
  /** Ids of the roadmaps that are already on the page. */
  readonly #placed = new Set<string>();
  #filters: Filters = { level: '', hidesKnown: false };

  constructor(section: HTMLElement, { site, signal }: { site: SiteIndex; signal: AbortSignal }) {
    this.#section = section;
    this.#items = [...section.querySelectorAll<HTMLElement>('[data-id]')];
    this.#site = site;
    // The toggle event of <details> doesn't bubble.
    section.addEventListener('toggle', ({ target }) => this.#toggle(target), { signal, capture: true });
  }

  /** Shows the started roadmaps in the order given. Later ones are added at the end, so that nothing moves under a finger. */
  arrange(started: readonly StartedRoadmap[]): void {
    this.#section.hidden = started.length === 0;
    this.#topics = new Map(
      started.map(({ id, topics }) => [id, topics.flatMap((topic) => this.#site.topics.get(topic.id) ?? [])]),
    );
    const more = partOf(this.#section, '[data-more-roadmaps]');
    const [first, others] = [partOf(this.#section, '[data-lines]'), partOf(more, 'ul')];
    for (const item of this.#items) item.hidden = !this.#topics.has(item.dataset['id'] ?? '');
    for (const { id } of started) {
      const item = this.#items.find(({ dataset }) => dataset['id'] === id);
      if (!item || this.#placed.has(id)) continue;
      (this.#placed.size < maxAtFirst ? first : others).append(item);
      this.#placed.add(id);
    }
    const left = [...others.children].filter((item) => item instanceof HTMLElement && !item.hidden).length;
    more.hidden = left === 0;
    partOf(more, 'summary').textContent = countText(left, 'more roadmap');
  }

  /** Shows the counts. Open lists change only with the filters, because the reader may be using them. */
  show(filters: Filters): void {
    const hasNewFilters = filters !== this.#filters;
    this.#filters = filters;
    for (const item of this.#items) {
      const details = item.querySelector('details');
      if (!details) continue;
      const count = this.#topicsOf(item).filter((topic) => passes(topic, filters, progress.value)).length;
      partOf(details, 'summary').textContent = `Topics (${count})`;
      if (hasNewFilters && details.open) this.#draw(details);
    }
  }

  /** Draws all open lists completely, for printing. */
  finish(): void {
    for (const later of this.#waiting.values()) later.finish();
  }

  #toggle(target: EventTarget | null): void {
    if (target instanceof HTMLDetailsElement && target.open) this.#draw(target);
  }

  #draw(details: HTMLDetailsElement): void {
    const item = details.closest('li');
    if (!item) return;
    const topics = this.#topicsOf(item).filter((topic) => passes(topic, this.#filters, progress.value));
    const list = build('ol', 'stop-list mt-2');
    const title = item.querySelector('h3 a')?.textContent ?? '';
    list.ariaLabel = `Topics of ${title}`;
    const rest = drawInPieces(list, topics, buildStop);
    partOf(details, 'summary').nextElementSibling?.remove();
    details.append(topics.length > 0 ? list : build('p', 'mt-2', 'No topics match these filters.'));
    const later = this.#waiting.get(details) ?? new TaskQueue();
    this.#waiting.set(details, later);
    later.start(rest);
  }

  #topicsOf(item: Element): readonly PlanTopic[] {
    return (item instanceof HTMLElement && this.#topics.get(item.dataset['id'] ?? '')) || [];
  }
}

function buildStop({ id, title, address, halfHours }: PlanTopic): HTMLElement {
  const mark = build('topic-mark' as 'div', 'stop-mark', build('span', 'stop-symbol'));
  Object.assign(mark.dataset, { topic: id, title, state: 'none' });
  const text = build('p', '', buildLink(address, title), build('span', 'stop-note', hoursText(halfHours / 2)));
  return build('li', '', mark, text);
}
