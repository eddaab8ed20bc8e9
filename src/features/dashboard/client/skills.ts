import { isLearned, type Marks, stateOf } from '#features/progress/index.ts';
import { build, buildLink } from '#lib/browser/build.ts';
import { loadJson } from '#lib/browser/load-json.ts';
import { partOf } from '#lib/browser/part-of.ts';
import { countText } from '#lib/wording.ts';
import { buildLongList } from './long-list.ts';
import { type SiteIndex, titleOf } from './site-index.ts';

/** What readers can do after each topic, as `/progress/skills.json` holds it. */
type Outcomes = Readonly<Record<string, readonly string[]>>;

/** Lists what the reader can do: the outcomes of the topics learned, the latest first. They are loaded when the list is opened. */
export function openSkills(
  root: HTMLElement,
  { site, signal }: { site: SiteIndex; signal: AbortSignal },
): (marks: Marks) => void {
  const part = partOf<HTMLDetailsElement>(root, '[data-skills]');
  const said = partOf(part, '[data-skills-said]');
  let learned: readonly string[] = [];
  let outcomes: Outcomes | undefined;
  const draw = () => {
    if (!outcomes) return;
    const known = outcomes;
    const shown = learned.filter((id) => known[id]);
    const count = shown.reduce((sum, id) => sum + (known[id]?.length ?? 0), 0);
    said.textContent = `${countText(count, 'skill')} from ${countText(shown.length, 'topic')}.`;
    const list = buildLongList(shown, { name: '', draw: (id) => buildSkills(site, id, known[id] ?? []) });
    partOf(part, '[data-skills-list]').replaceChildren(list);
  };
  const load = async () => {
    if (!part.open || outcomes) return;
    try {
      outcomes = await loadJson<Outcomes>(`${site.base}progress/skills.json`);
      draw();
    } catch (error) {
      said.textContent = 'The skills could not be loaded. Close this and open it again when you are online.';
      console.warn('Skills:', error);
    }
  };
  part.addEventListener('toggle', () => void load(), { signal });
  void load();
  return (marks) => {
    learned = [...marks]
      .filter(([id]) => isLearned(stateOf(marks, id)) && site.topics.has(id))
      .toSorted(([, a], [, b]) => b.at - a.at)
      .map(([id]) => id);
    part.hidden = learned.length === 0;
    partOf(part, '[data-skills-title]').textContent = `Skills you can show (${countText(learned.length, 'topic')})`;
    draw();
  };
}

function buildSkills(site: SiteIndex, id: string, outcomes: readonly string[]): HTMLElement {
  const topic = buildLink(site.topics.get(id)?.address ?? '', titleOf(site, id));
  return build('li', 'mt-3', topic, build('ul', 'plain-list', ...outcomes.map((text) => build('li', '', text))));
}
