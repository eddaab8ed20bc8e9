import type { PlanTopic } from '#features/plan/index.ts';
import { type Marks, stateOf, states, stateWords } from '#features/progress/index.ts';
import { build, buildLink } from '#lib/browser/build.ts';
import { type Filters, passes } from './filters.ts';
import type { KnownSite } from './known-site.ts';
import { buildLongList } from './long-list.ts';

/** The topics that the reader has marked and that pass the filters, by state. */
export function buildTopicLists({ topics }: KnownSite, marks: Marks, filters: Filters): readonly HTMLElement[] {
  const shown = [...topics.values()].filter((topic) => passes(topic, filters, marks));
  const byState = Map.groupBy(shown, ({ id }) => stateOf(marks, id));
  const groups = states.flatMap((state) => {
    const own = byState.get(state);
    return own ? [buildGroup(`${stateWords[state]} (${own.length})`, own)] : [];
  });
  const hidesAll = groups.length === 0 && [...marks.values()].some(({ state }) => state !== 'none');
  return hidesAll ? [build('p', '', 'Nothing that you have marked is left with these filters.')] : groups;
}

function buildGroup(title: string, topics: readonly PlanTopic[]): HTMLElement {
  const draw = ({ address, title: name }: PlanTopic) => build('li', '', buildLink(address, name));
  return build('section', '', build('h3', 'mb-2 text-lg', title), buildLongList(topics, { name: 'plain-list', draw }));
}
