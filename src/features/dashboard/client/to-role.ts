import { today, topicsWithoutStudy } from '#features/plan/client/index.ts';
import { emptyRequest, type Left, leftText, leftTo, type PlanRole, writeAddress } from '#features/plan/index.ts';
import { progress } from '#features/progress/client/index.ts';
import { build, buildLink } from '#lib/browser/build.ts';
import { partOf } from '#lib/browser/part-of.ts';
import { countText, hoursText } from '#lib/wording.ts';
import type { SiteIndex } from './site-index.ts';
import { keepInAddress } from './topic-lists.ts';

/** How many topics that can be started now are listed. */
const maxReady = 8;

/** Says what is left to learn for the role that the reader chooses, and keeps the choice in the address. */
export function openToRole(root: HTMLElement, { site, signal }: { site: SiteIndex; signal: AbortSignal }): () => void {
  const select = partOf<HTMLSelectElement>(root, '[data-role]');
  const wanted = new URLSearchParams(location.search).get('role') ?? '';
  let unknown = '';
  const show = () => {
    const role = site.data.roles.find(({ id }) => id === select.value);
    const left = role && leftTo(site.nodes, { targets: role.topics, known: topicsWithoutStudy(progress.value) });
    partOf(root, '[data-role-said]').textContent = left ? leftText(role.title, left) : unknown;
    partOf(root, '[data-role-next]').replaceChildren(...(left ? drawNext(site, { role, left }) : []));
  };
  select.value = site.data.roles.find(({ id }) => id === wanted)?.id ?? '';
  if (select.value !== wanted) unknown = `There is no role “${wanted.slice(0, 40)}” here. Choose one.`;
  const choose = () => {
    unknown = '';
    keepInAddress({ role: select.value });
    show();
  };
  select.addEventListener('change', choose, { signal });
  return show;
}

/** What can be started now, and links to continue. */
function drawNext(site: SiteIndex, { role, left }: { role: PlanRole; left: Left }): HTMLElement[] {
  const ready = left.ready.slice(0, maxReady).flatMap((id) => site.topics.get(id) ?? []);
  const items = ready.map(({ address, title, halfHours }) =>
    build('li', '', buildLink(address, title), ` (${hoursText(halfHours / 2)})`),
  );
  const rest = left.ready.length - items.length;
  const known = topicsWithoutStudy(progress.value);
  const plan = writeAddress({ ...emptyRequest(today()), role: role.id, known }, site.data);
  const links = [
    buildLink(`${site.base}plan/#${plan}`, 'Plan this with dates'),
    buildLink(`${site.base}roles/${role.id}/`, `What ${role.title} asks for`),
  ];
  for (const link of links) link.className = 'underline';
  return [
    ...(items.length > 0 ? [build('p', 'mt-2', 'Ready now:')] : []),
    build('ul', 'plain-list', ...items, ...(rest > 0 ? [build('li', '', `And ${countText(rest, 'other')}.`)] : [])),
    build('p', 'mt-3 flex flex-wrap gap-x-6 gap-y-2', ...links),
  ];
}
