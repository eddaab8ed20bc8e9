import { LiveElement } from '#lib/browser/live-element.ts';
import { partOf } from '#lib/browser/part-of.ts';
import type { OfflineList } from '../sets.ts';
import { KeptPages } from './kept-pages.ts';

/** The list of what can be kept offline. */
class OfflineSetsElement extends LiveElement {
  protected connected(signal: AbortSignal): void {
    void openOfflineSets(this, signal);
  }
}

customElements.define('offline-sets', OfflineSetsElement);

const megabytes = (bytes: number) => `${Math.max(0.1, bytes / 1_000_000).toFixed(1)} MB`;

/** The list on /offline/: the size of each set, and buttons to take it offline or remove it. */
async function openOfflineSets(root: HTMLElement, signal: AbortSignal): Promise<void> {
  const state = partOf(root, '[data-state]');
  if (!('serviceWorker' in navigator) || !isSecureContext) {
    state.textContent = 'This browser can’t keep pages offline: it needs a current browser, outside a private window.';
    return;
  }
  const pages = new KeptPages();
  const list = await pages.list().catch(() => undefined);
  const rows = [...root.querySelectorAll<HTMLElement>('[data-set]')];
  const draw = async () => {
    const { ids } = await pages.kept();
    for (const row of rows) drawRow(row, { list, isKept: ids.includes(row.dataset['set'] ?? '') });
    partOf(root, '[data-remove]').hidden = ids.length === 0;
    state.textContent = stateText(ids.length, list);
  };
  const say = (text: string) => {
    partOf(root, '[data-said]').textContent = text;
  };
  for (const row of rows) {
    const button = partOf<HTMLButtonElement>(row, 'button');
    const change = async () => {
      if (!list) return;
      button.disabled = true;
      say(await changeSet(row, { pages, list }));
      button.disabled = false;
      await draw();
    };
    button.addEventListener('click', () => void change(), { signal });
  }
  const removeAll = async () => {
    const warning = 'You are offline. If you remove this, no page of this site opens until you are online again.';
    if (!navigator.onLine && !confirm(`${warning} Remove it?`)) return;
    await pages.removeAll();
    await draw();
    say('Nothing is kept offline anymore. Your marks, plans and answers haven’t changed.');
    state.focus();
  };
  partOf(root, '[data-remove]').addEventListener('click', () => void removeAll(), { signal });
  await draw();
  const wanted = new URLSearchParams(location.search).get('roadmap');
  rows
    .find((row) => row.dataset['set'] === wanted)
    ?.querySelector('button')
    ?.focus();
}

function stateText(count: number, list: OfflineList | undefined): string {
  if (!list)
    return 'The list of what you can keep could not be loaded. What you already keep still opens without a network.';
  if (count > 0) return 'Everything marked below opens without a network, and so does every page that you visit.';
  const site = list.sets.find(({ id }) => id === 'site');
  return `Choose what to keep. The search, the plan and the practice room come along: ${megabytes(site?.bytes ?? 0)}.`;
}

function drawRow(
  row: HTMLElement,
  { list, isKept }: { readonly list: OfflineList | undefined; readonly isKept: boolean },
): void {
  const title = partOf(row, '[data-title]').textContent;
  const button = partOf<HTMLButtonElement>(row, 'button');
  const bytes = list?.sets.find(({ id }) => id === row.dataset['set'])?.bytes ?? 0;
  partOf(row, '[data-size]').textContent = list ? megabytes(bytes) : '';
  partOf(row, 'progress').hidden = true;
  row.toggleAttribute('data-kept', isKept);
  button.textContent = isKept ? 'Remove' : 'Take offline';
  button.setAttribute('aria-label', isKept ? `Remove: ${title}` : `Take offline: ${title}`);
  button.disabled = !list;
}

/** Keeps or removes a set; returns what to say. */
async function changeSet(
  row: HTMLElement,
  { pages, list }: { readonly pages: KeptPages; readonly list: OfflineList },
): Promise<string> {
  const id = row.dataset['set'] ?? '';
  const title = partOf(row, '[data-title]').textContent;
  try {
    if (row.hasAttribute('data-kept')) {
      await pages.drop(id, list);
      return `${title} is no longer kept.`;
    }
    const bar = partOf<HTMLProgressElement>(row, 'progress');
    bar.hidden = false;
    await pages.take(id, list, (share) => {
      bar.value = share;
    });
    return `${title} is kept. It opens without a network from now on.`;
  } catch (error) {
    console.warn(`${id} could not be kept:`, error);
    return error instanceof DOMException && error.name === 'QuotaExceededError'
      ? 'There is no room left on this device. What was downloaded so far is kept; make room and continue, or remove something.'
      : 'The download was interrupted. What was downloaded so far is kept; press the button again to continue.';
  }
}
