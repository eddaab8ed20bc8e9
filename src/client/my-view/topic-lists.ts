import type { PlanTopic } from '#domain/plan/plan-data.ts';
import { type Marks, stateOf, states, stateWords } from '#domain/progress/progress.ts';
import { build, buildLink } from '../build.ts';
import { Later } from '../later.ts';
import { drawInPieces } from './draw-in-pieces.ts';
import { type Filters, passes } from './filters.ts';
import type { KnownSite } from './known-site.ts';

/** The topics that the reader has marked, by state. */
export class TopicLists {
  readonly #place: HTMLElement;
  readonly #site: KnownSite;
  readonly #later = new Later();

  constructor(place: HTMLElement, site: KnownSite) {
    this.#place = place;
    this.#site = site;
  }

  show(marks: Marks, filters: Filters): void {
    const topics = [...this.#site.topics.values()].filter((topic) => passes(topic, filters, marks));
    const byState = Map.groupBy(topics, ({ id }) => stateOf(marks, id));
    const groups = states.flatMap((state) => {
      const own = byState.get(state);
      return own ? [buildGroup(`${stateWords[state]} (${own.length})`, own)] : [];
    });
    const hidesAll = groups.length === 0 && [...marks.values()].some(({ state }) => state !== 'none');
    this.#place.replaceChildren(
      ...groups.map(({ element }) => element),
      ...(hidesAll ? [build('p', '', 'Nothing that you have marked is left with these filters.')] : []),
    );
    this.#later.start(groups.flatMap(({ rest }) => rest));
  }

  /** Draws what was put off, for paper. */
  finish(): void {
    this.#later.finish();
  }
}

function buildGroup(title: string, topics: readonly PlanTopic[]) {
  const list = build('ul', 'plain-list');
  const rest = drawInPieces(list, topics, (topic) => build('li', '', buildLink(topic.address, topic.title)));
  return { element: build('section', '', build('h3', 'mb-2 text-lg', title), list), rest };
}
