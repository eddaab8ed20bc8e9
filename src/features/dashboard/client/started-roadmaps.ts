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

/** How many roadmaps are shown before the reader asks for the others. */
const maxAtFirst = 3;

/** The roadmaps that the reader has started, each with its topics, which are drawn when they are opened and marked as on the roadmap's page. */
export class StartedRoadmaps {
  readonly #section: HTMLElement;
  readonly #items: readonly HTMLElement[];
  /** What is not drawn yet of each list that was opened. */
  readonly #waiting = new Map<HTMLDetailsElement, TaskQueue>();
  readonly #site: SiteIndex;
  /** By roadmap, the topics that the reader takes on it. */
  #topics: ReadonlyMap<string, readonly PlanTopic[]> = new Map();
  /** Ids of the roadmaps that have their place. */
  readonly #placed = new Set<string>();
  #filters: Filters = { level: '', hidesKnown: false };

  constructor(section: HTMLElement, { site, signal }: { site: SiteIndex; signal: AbortSignal }) {
    this.#section = section;
    this.#items = [...section.querySelectorAll<HTMLElement>('[data-id]')];
    this.#site = site;
    // The event of a <details> does not bubble.
    section.addEventListener('toggle', ({ target }) => this.#toggle(target), { signal, capture: true });
  }

  /** Shows the roadmaps that are started, once in the order given: later ones come behind, so that nothing moves under a finger. */
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

  /** Shows the counts; open lists change only with the filters, for the reader may be at work in them. */
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
