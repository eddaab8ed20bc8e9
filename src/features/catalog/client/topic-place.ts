import { followedRoadmap } from '#features/progress/client/index.ts';
import { readTabValue, writeTabValue } from '#lib/browser/tab-value.ts';

/** The topic that the reader left for a prerequisite, and wants to come back to. */
export interface WayBack {
  readonly title: string;
  readonly address: string;
  /** The id of the prerequisite. */
  readonly to: string;
}

const backKey = 'wayline:back';

/** Remembers the way back for this visit. */
export function rememberWayBack(way: WayBack): void {
  writeTabValue(backKey, JSON.stringify(way));
}

const page = document.querySelector<HTMLElement>('[data-topic-page]');
if (page) {
  followRoadmap(page);
  showWayBack(page);
}

/** The breadcrumb and the links to the next topic follow the roadmap that the reader is on; the HTML has the default one. */
function followRoadmap(topic: HTMLElement): void {
  const rows = [...topic.querySelectorAll<HTMLElement>('[data-place]')];
  const id = followedRoadmap(rows.map(({ dataset }) => dataset['place'] ?? ''));
  const row = rows.find(({ dataset }) => dataset['place'] === id);
  if (!row || row === rows[0]) return;
  const { color = '', phase = '', phaseTitle = '', position = '', total = '' } = row.dataset;
  const line = row.querySelector<HTMLAnchorElement>('[data-line-link]');
  const next = row.querySelector<HTMLAnchorElement>('[data-next]');
  if (!line) return;
  for (const link of topic.querySelectorAll<HTMLAnchorElement>('[data-place-line]')) {
    link.href = line.href;
    link.replaceChildren(...[...line.childNodes].map((node) => node.cloneNode(true)));
  }
  for (const link of topic.querySelectorAll<HTMLAnchorElement>('[data-place-phase]')) {
    link.href = `${line.href}#${phase}`;
    link.textContent = phaseTitle;
  }
  for (const place of topic.querySelectorAll('[data-place-count]')) place.textContent = `${position} of ${total}`;
  for (const bar of topic.querySelectorAll<HTMLProgressElement>('[data-place-bar]')) {
    bar.max = Number(total);
    bar.value = Number(position);
  }
  for (const part of topic.querySelectorAll<HTMLElement>('[data-place-colored]')) part.dataset['line'] = color;
  for (const link of topic.querySelectorAll<HTMLAnchorElement>('[data-place-next]')) {
    link.href = (next ?? line).href;
    link.textContent = `Next: ${next ? next.textContent : `back to ${line.lastChild?.textContent?.trim()}`}`;
  }
}

function showWayBack(topic: HTMLElement): void {
  const way = JSON.parse(readTabValue(backKey) ?? 'null') as WayBack | null;
  if (!way || way.to !== topic.dataset['topicPage']) return;
  for (const place of topic.querySelectorAll<HTMLElement>('[data-back]')) {
    const link = place.querySelector('a');
    if (!link) continue;
    link.href = way.address;
    link.textContent = `Back to ${way.title}`;
    place.hidden = false;
  }
}
