import { decodeShared, isLearned, type Marks, stateOf, stateWords, type Teammate } from '#features/progress/index.ts';
import { build, buildLink } from '#lib/browser/build.ts';
import { countText } from '#lib/wording.ts';
import { timeOfSharedMarks } from './compare-progress.ts';
import type { Shown } from './comparison-table.ts';
import { type KnownSite, titleOf } from './known-site.ts';
import { distinctStops } from './started-roadmaps.ts';

interface Person {
  readonly name: string;
  readonly marks: Marks;
}

/** A table of topics by people: who has learned what, the topics that fewest know first. */
export function compareTeam(people: readonly Teammate[], { site, marks }: { site: KnownSite; marks: Marks }): Shown {
  const read = people.flatMap(({ name, text }) => {
    const theirs = decodeShared(text, site.numbered, timeOfSharedMarks);
    return theirs ? [{ name, marks: theirs }] : [];
  });
  const title = 'Your team, topic by topic';
  const damaged = people.length - read.length;
  const note = damaged > 0 ? ` ${countText(damaged, 'link')} could not be read; ask for it again.` : '';
  if (read.length === 0) return { title, text: `There is no progress to show.${note}`, body: [], marks: undefined };
  const team: readonly Person[] = [{ name: 'You', marks }, ...read];
  const body = build('div', '');
  const choice = buildChoice(site, team);
  const show = () =>
    body.replaceChildren(buildGrid(site, { team, ids: topicsOf(site, { team, roadmap: choice.value }) }));
  choice.addEventListener('change', show);
  show();
  return {
    title,
    text: `${team.length} people, you included. A topic that few people know stands first.${note}`,
    body: [build('label', 'field', 'Topics of', choice), body],
    marks: undefined,
  };
}

/** All topics that anyone has marked, or a roadmap. Roadmaps that the team has begun come first. */
function buildChoice(site: KnownSite, team: readonly Person[]): HTMLSelectElement {
  const marked = (ids: readonly string[]) =>
    ids.filter((id) => team.some((person) => stateOf(person.marks, id) !== 'none')).length;
  const sorted = site.lines
    .map(({ id, title, stops }) => ({ id, title, count: marked(distinctStops(stops)) }))
    .toSorted((a, b) => b.count - a.count);
  const select = build('select', '', new Option('everything that someone has marked', ''));
  select.append(...sorted.map(({ id, title }) => new Option(title, id)));
  return select;
}

function topicsOf(site: KnownSite, { team, roadmap }: { team: readonly Person[]; roadmap: string }): readonly string[] {
  const line = site.lines.find(({ id }) => id === roadmap);
  const ids = line ? distinctStops(line.stops) : [...site.topics.keys()];
  const isWanted = (id: string) => line !== undefined || team.some((person) => stateOf(person.marks, id) !== 'none');
  const knowing = (id: string) => team.filter((person) => isLearned(stateOf(person.marks, id))).length;
  return ids.filter(isWanted).toSorted((a, b) => knowing(a) - knowing(b));
}

function buildGrid(site: KnownSite, { team, ids }: { team: readonly Person[]; ids: readonly string[] }): HTMLElement {
  const head = (text: string | Node, scope: 'col' | 'row') => {
    const cell = build('th', '', text);
    cell.scope = scope;
    return cell;
  };
  const rows = ids.map((id) => {
    const states = team.map(({ marks }) => stateOf(marks, id));
    const known = states.filter((state) => isLearned(state)).length;
    return build(
      'tr',
      '',
      head(buildLink(site.topics.get(id)?.address ?? '', titleOf(site, id)), 'row'),
      build('td', '', `${known} of ${team.length}`),
      ...states.map((state) => build('td', '', state === 'none' ? '–' : stateWords[state])),
    );
  });
  const heads = ['Topic', 'Know it', ...team.map(({ name }) => name)].map((text) => head(text, 'col'));
  const table = build('table', '', build('thead', '', build('tr', '', ...heads)), build('tbody', '', ...rows));
  table.createCaption().textContent = countText(ids.length, 'topic');
  const scroll = build('div', 'table-scroll mt-3 mb-5', table);
  scroll.tabIndex = 0;
  scroll.role = 'group';
  scroll.ariaLabel = 'Topics and who knows them';
  return scroll;
}
