import { topicsWithoutStudy } from '#features/plan/client/index.ts';
import { maxTopics } from '#features/plan/index.ts';
import { progress } from '#features/progress/client/index.ts';
import type { Marks } from '#features/progress/index.ts';
import { build, buildLink } from '#lib/browser/build.ts';
import { copyText } from '#lib/browser/clipboard.ts';
import { enableControls } from '#lib/browser/enable-controls.ts';
import { LiveElement } from '#lib/browser/live-element.ts';
import { partOf } from '#lib/browser/part-of.ts';
import { countText, hoursText } from '#lib/wording.ts';

const levels = ['junior', 'mid', 'senior', 'staff'];

/** Topics up to this level count as known in the plan of someone who comes from a level of the role. */
const knownLevels: Readonly<Record<string, string>> = { junior: 'beginner', mid: 'beginner', senior: 'intermediate' };

/** Two selects of levels, `from` and `to`. The choice stays in the address, so that it can be shared and survives a reload. */
abstract class LevelChoice extends LiveElement {
  protected connected(signal: AbortSignal): void {
    const asked = new URLSearchParams(location.search);
    for (const select of this.selects) {
      const wanted = asked.get(select.name) ?? '';
      if (levels.includes(wanted)) select.value = wanted;
    }
    this.addEventListener('change', () => this.#choose(), { signal });
    enableControls(this);
    this.open(signal);
  }

  /** Shows what the selects say, now and after every change of what it depends on. */
  protected abstract open(signal: AbortSignal): void;

  protected abstract show(): void;

  protected get selects(): readonly [HTMLSelectElement, HTMLSelectElement] {
    return [partOf(this, 'select[name="from"]'), partOf(this, 'select[name="to"]')];
  }

  #choose(): void {
    const chosen = this.selects.flatMap(({ name, value }) => (value === '' ? [] : [[name, value]]));
    const query = chosen.length > 0 ? `?${new URLSearchParams(chosen)}` : '';
    history.replaceState(history.state, '', `${location.pathname}${query}`);
    this.show();
  }
}

/** On a role's page: what is expected between two levels, and the topics that are new there. */
class RoleLevels extends LevelChoice {
  #marks: Marks = new Map();

  protected open(signal: AbortSignal): void {
    // A reader who was sent this link came for the list, which is far below the description of the role.
    if (this.selects[1].value !== '') this.scrollIntoView({ block: 'start' });
    partOf(this, '[data-gap-copy]').addEventListener('click', () => void this.#copy(), { signal });
    progress.watch((marks) => {
      this.#marks = marks;
      this.show();
    }, signal);
  }

  protected show(): void {
    const [from, to] = this.selects;
    partOf(this, '[data-gap-copied]').textContent = '';
    const [first, last] = [levels.indexOf(from.value), levels.indexOf(to.value)];
    const isChosen = to.value !== '';
    for (const cell of this.querySelectorAll<HTMLElement>('[data-level]')) {
      const level = levels.indexOf(cell.dataset['level'] ?? '');
      cell.hidden = isChosen && first < last && !(level > first && level <= last);
    }
    partOf(this, '[data-gap]').hidden = !isChosen;
    if (!isChosen) return;
    const words = [from, to].map(({ selectedOptions }) => selectedOptions[0]?.text.toLowerCase() ?? '');
    partOf(this, '[data-gap-title]').textContent = `From ${words.join(' to ')}`;
    this.#showTopics(first < last ? this.#topicsBetween(first, last) : []);
  }

  /** Topics of the levels above the first and up to the last one that no lower level has, in the order of the areas. */
  #topicsBetween(first: number, last: number): readonly HTMLElement[] {
    const topicsAt = (level: string) => [
      ...this.querySelectorAll<HTMLElement>(`td[data-level="${level}"] [data-topic]`),
    ];
    const before = levels.slice(0, first + 1).flatMap(topicsAt);
    const known = new Set(before.map(idOf));
    const rising = levels.slice(first + 1, last + 1).flatMap(topicsAt);
    const byId = Map.groupBy(rising, idOf);
    return [...byId].flatMap(([id, [topic]]) => (topic && !known.has(id) ? topic : []));
  }

  #showTopics(topics: readonly HTMLElement[]): void {
    const known = topicsWithoutStudy(this.#marks);
    const left = topics.filter((topic) => !known.has(idOf(topic)));
    partOf(this, '[data-gap-text]').textContent =
      topics.length === 0
        ? 'There are no new topics between these levels. Choose a level above yours.'
        : `${countText(topics.length, 'topic')}, ${left.length === topics.length ? 'none of them done yet' : `${left.length} left to learn`}. The table shows what is expected.`;
    partOf(this, '[data-gap-topics]').replaceChildren(
      ...topics.map((topic) => {
        const link = topic.querySelector('a');
        const isDone = known.has(idOf(topic));
        return build('li', '', buildLink(link?.href ?? '', link?.textContent ?? ''), isDone ? ' (done)' : '');
      }),
    );
    const plan = partOf<HTMLAnchorElement>(this, '[data-gap-plan]');
    plan.hidden = left.length === 0;
    plan.href = this.#planAddress(left.slice(0, maxTopics).map(idOf));
  }

  /** A plan for a promotion that leads to these topics. */
  #planAddress(topics: readonly string[]): string {
    const level = knownLevels[this.selects[0].value];
    const fields = ['v=1', 'goal=promotion', `topics=${topics.join(',')}`, ...(level ? [`level=${level}`] : [])];
    return `${this.dataset['plan'] ?? ''}#${fields.join('&')}`;
  }

  async #copy(): Promise<void> {
    const address = location.origin + location.pathname + location.search;
    partOf(this, '[data-gap-copied]').textContent = (await copyText(address)) ? 'Link copied.' : address;
  }
}

const idOf = ({ dataset }: HTMLElement) => dataset['topic'] ?? '';

customElements.define('role-levels', RoleLevels);

/** From one role to another: what is left to learn, and what the present role covers already. */
class RoleGap extends LevelChoice {
  protected open(): void {
    this.show();
  }

  protected show(): void {
    const [now = 0, wanted = 0] = this.selects.map(({ selectedIndex }) => selectedIndex);
    const all = [...this.querySelectorAll<HTMLElement>('[data-needed]')];
    const isKnown = ({ dataset }: HTMLElement) => Number(dataset['known'] ?? levels.length) <= now;
    const isWanted = ({ dataset }: HTMLElement) => Number(dataset['needed']) <= wanted;
    for (const item of all) item.hidden = !isWanted(item);
    const lists = { missing: all.filter((item) => !isKnown(item)), shared: all.filter(isKnown) };
    for (const [name, items] of Object.entries(lists)) {
      partOf(this, `[data-list="${name}"]`).replaceChildren(...items);
      partOf(this, `[data-none="${name}"]`).hidden = items.some(isWanted);
    }
    const left = lists.missing.filter(isWanted);
    const hours = left.reduce((sum, { dataset }) => sum + Number(dataset['hours']), 0);
    const said =
      left.length === 0
        ? 'Nothing is left to learn.'
        : `${countText(left.length, 'topic')} to learn, about ${hoursText(Math.round(hours))}.`;
    partOf(this, '[data-gap-said]').textContent = said;
  }
}

customElements.define('role-gap', RoleGap);
