import { loadPlanData } from '#features/plan/client/index.ts';
import type { PlanRoadmap } from '#features/plan/index.ts';
import { importMarks, progress } from '#features/progress/client/index.ts';
import {
  decodeShared,
  isLearned,
  type Marks,
  readTeam,
  readTeamFragment,
  stateOf,
  stateWords,
  type Teammate,
  writeTeam,
} from '#features/progress/index.ts';
import { build, buildLink } from '#lib/browser/build.ts';
import { enableControls } from '#lib/browser/enable-controls.ts';
import { LiveElement } from '#lib/browser/live-element.ts';
import { partOf } from '#lib/browser/part-of.ts';
import { countText } from '#lib/wording.ts';
import { indexSite, type SiteIndex, titleOf } from './site-index.ts';

/** A link has no times in it. Its marks count as the oldest, so that adding them never changes the reader's own. */
const timeOfSharedMarks = 0;

interface Person {
  readonly name: string;
  readonly marks: Marks;
}

/** Compares the reader with the people whose links are in the address, topic by topic, and takes links that the reader pastes. */
class TeamProgress extends LiveElement {
  protected connected(signal: AbortSignal): void {
    void this.#open(signal);
  }

  async #open(signal: AbortSignal): Promise<void> {
    const base = this.dataset['base'] ?? '/';
    const data = await loadPlanData(base).catch(() => undefined);
    if (signal.aborted) return;
    if (!data) return this.#say('The list of topics could not be loaded. Reload the page when you are online.');
    const site = indexSite(data, base);
    const on = (selector: string, event: string, act: () => unknown) =>
      partOf(this, selector).addEventListener(event, () => void act(), { signal });
    on('[data-team-close]', 'click', () => this.#close(site, ''));
    on('[data-team-take]', 'click', async () => {
      for (const person of readMarks(readTeamFragment(location.hash) ?? [], site)) await importMarks(person.marks);
      this.#close(site, 'The shared marks were added to yours.');
    });
    on('[data-team-roadmap]', 'change', () => this.#show(site));
    partOf(this, 'form').addEventListener(
      'submit',
      (event) => {
        event.preventDefault();
        this.#say(followLinks(partOf<HTMLTextAreaElement>(this, 'textarea')));
      },
      { signal },
    );
    const showOther = () => {
      this.#show(site);
      if (readTeamFragment(location.hash)) partOf(this, '[data-team-title]').focus();
    };
    addEventListener('hashchange', showOther, { signal });
    progress.watch(() => this.#show(site), signal);
    enableControls(this);
  }

  #show(site: SiteIndex): void {
    const links = readTeamFragment(location.hash);
    const root = partOf(this, '[data-team]');
    root.hidden = links === undefined;
    if (!links) return;
    const people = readMarks(links, site);
    const [isSingle, hasPeople] = [links.length === 1, people.length > 0];
    const team = [{ name: 'You', marks: progress.value }, ...people];
    const damaged = links.length - people.length;
    const note = damaged > 0 ? ` ${countText(damaged, 'link')} could not be read; ask for it again.` : '';
    const lead = isSingle ? 'Your own marks don’t change.' : `${team.length} people, you included.`;
    const title = isSingle ? 'Someone shared their progress with you' : 'Your team, topic by topic';
    const text = hasPeople ? `${lead} Topics that few people know come first.` : 'There is no progress to show.';
    partOf(root, '[data-team-title]').textContent = title;
    partOf(root, '[data-team-text]').textContent = text + note;
    partOf(root, '[data-team-topics]').hidden = !hasPeople;
    partOf(root, '[data-team-take]').hidden = !isSingle || !hasPeople;
    const select = partOf<HTMLSelectElement>(root, '[data-team-roadmap]');
    const roadmap = select.value;
    fillRoadmaps(select, { team, site });
    select.value = roadmap;
    const grid = hasPeople ? buildGrid(site, team, topicsOf(site, team, roadmap)) : [];
    partOf(root, '[data-team-grid]').replaceChildren(...grid);
  }

  #close(site: SiteIndex, words: string): void {
    history.replaceState(history.state, '', location.pathname + location.search);
    this.#show(site);
    this.#say(words);
    partOf(this, 'textarea').focus();
  }

  #say(words: string): void {
    partOf(this, '[data-team-said]').textContent = words;
  }
}

customElements.define('team-progress', TeamProgress);

const readMarks = (people: readonly Teammate[], { numbered }: SiteIndex): readonly Person[] =>
  people.flatMap(({ name, text }) => {
    const marks = decodeShared(text, numbered, timeOfSharedMarks);
    return marks ? [{ name, marks }] : [];
  });

/** Opens the table for the links that were pasted; returns a sentence about those that could not be read. */
function followLinks(field: HTMLTextAreaElement): string {
  const { people, unread } = readTeam(field.value);
  if (people.length === 0) {
    field.focus();
    return 'There is no progress link here. Each one has #shared= in it.';
  }
  const hash = `#${writeTeam(people)}`;
  if (hash === location.hash) dispatchEvent(new Event('hashchange'));
  else location.hash = hash;
  if (unread.length === 0) return '';
  return `Not read: line ${unread.join(', ')}. Each line needs a link with #shared= in it, and a team has at most 12 people.`;
}

/** Offers all topics that anyone has marked, or one roadmap. Roadmaps that the team has started come first. */
function fillRoadmaps(select: HTMLSelectElement, { team, site }: { team: readonly Person[]; site: SiteIndex }): void {
  const marked = (ids: readonly string[]) => ids.filter((id) => isMarked(team, id)).length;
  const sorted = site.data.roadmaps
    .map((line) => ({ id: line.id, title: line.title, count: marked(distinctTopics(line, site)) }))
    .toSorted((a, b) => b.count - a.count);
  select.replaceChildren(
    new Option('everything that someone has marked', ''),
    ...sorted.map(({ id, title }) => new Option(title, id)),
  );
}

const isMarked = (team: readonly Person[], id: string) => team.some(({ marks }) => stateOf(marks, id) !== 'none');

function topicsOf(site: SiteIndex, team: readonly Person[], roadmap: string): readonly string[] {
  const line = site.data.roadmaps.find(({ id }) => id === roadmap);
  const ids = line ? distinctTopics(line, site) : [...site.topics.keys()].filter((id) => isMarked(team, id));
  const knowing = (id: string) => team.filter(({ marks }) => isLearned(stateOf(marks, id))).length;
  return ids.toSorted((a, b) => knowing(a) - knowing(b));
}

/** The ids of a roadmap's topics, all branches included, each once. */
function distinctTopics({ phases }: PlanRoadmap, { topics }: SiteIndex): readonly string[] {
  const parts = phases.flatMap((phase) => [phase, ...(phase.branches ?? [])]);
  const ids = parts.flatMap(({ items }) => items).map(({ topic }) => topic);
  return [...new Set(ids)].filter((id) => topics.has(id));
}

/** Builds the table: a count, and a row for each topic that shows who has learned it. */
function buildGrid(site: SiteIndex, team: readonly Person[], ids: readonly string[]): readonly HTMLElement[] {
  const head = (content: string | Node, scope: 'col' | 'row') => {
    const cell = build('th', '', content);
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
  return [
    build('caption', '', countText(ids.length, 'topic')),
    build('thead', '', build('tr', '', ...heads)),
    build('tbody', '', ...rows),
  ];
}
