import { levels } from '#content/level.ts';
import type { PlanTopic } from '#features/plan/index.ts';
import { type Marks, type State, stateOf, states, stateWords } from '#features/progress/index.ts';
import { build, buildLink } from '#lib/browser/build.ts';
import { partOf } from '#lib/browser/part-of.ts';
import { buildLongList } from './long-list.ts';
import type { SiteIndex } from './site-index.ts';

/** The topics that the reader has marked and that pass the filters, by state. */
export function buildTopicLists({ topics }: SiteIndex, marks: Marks, filters: Filters): readonly HTMLElement[] {
  const shown = [...topics.values()].filter((topic) => passes(topic, filters, marks));
  const byState = Map.groupBy(shown, ({ id }) => stateOf(marks, id));
  const groups = states.flatMap((state) => {
    const own = byState.get(state);
    return own ? [buildGroup(state, own)] : [];
  });
  const hidesAll = groups.length === 0 && [...marks.values()].some(({ state }) => state !== 'none');
  return hidesAll ? [build('p', '', 'None of the topics you marked match these filters.')] : groups;
}

/** The states whose lists the reader has opened. They stay open when the lists are drawn again. */
const open = new Set<State>();

function buildGroup(state: State, topics: readonly PlanTopic[]): HTMLElement {
  const title = `${stateWords[state]} (${topics.length})`;
  const draw = ({ address, title: name }: PlanTopic) => build('li', '', buildLink(address, name));
  const list = buildLongList(topics, { name: 'plain-list', draw });
  const group = build('details', 'collection', build('summary', '', build('h3', '', title)), list);
  group.open = open.has(state);
  group.addEventListener('toggle', () => (group.open ? open.add(state) : open.delete(state)));
  return group;
}

/** What the reader wants to see. The empty level means all levels. */
export interface Filters {
  readonly level: string;
  readonly hidesKnown: boolean;
}

/**
 * Keeps the filters in the address, and calls back after every change.
 * @returns the filters that the address names.
 */
export function openFilters(
  root: HTMLElement,
  { changed, signal }: { changed: (filters: Filters) => void; signal: AbortSignal },
): Filters {
  const group = partOf(root, '[data-filters]');
  const level = partOf<HTMLSelectElement>(group, '[name="level"]');
  const hide = partOf<HTMLInputElement>(group, '[name="hide"]');
  const given = new URLSearchParams(location.search);
  const wanted = given.get('level') ?? '';
  level.value = levels.find((known) => known === wanted) ?? '';
  const said = partOf(root, '[data-filters-said]');
  if (level.value !== wanted) said.textContent = `There is no level “${wanted.slice(0, 40)}”, so all levels are shown.`;
  hide.checked = given.get('hide') === 'known';
  const read = () => ({ level: level.value, hidesKnown: hide.checked });
  const change = () => {
    said.textContent = '';
    keepInAddress({ level: level.value, hide: hide.checked ? 'known' : '' });
    changed(read());
  };
  group.addEventListener('change', change, { signal });
  return read();
}

/** Writes fields into the address; an empty text removes a field. The rest of the address stays. */
export function keepInAddress(fields: Readonly<Record<string, string>>): void {
  const address = new URL(location.href);
  for (const [name, value] of Object.entries(fields)) {
    if (value === '') address.searchParams.delete(name);
    else address.searchParams.set(name, value);
  }
  history.replaceState(history.state, '', address);
}

/** Whether a topic passes the filters. */
export function passes({ id, level }: PlanTopic, filters: Filters, marks: Marks): boolean {
  if (filters.level !== '' && filters.level !== level) return false;
  const state = stateOf(marks, id);
  return !filters.hidesKnown || (state !== 'done' && state !== 'skipped');
}
