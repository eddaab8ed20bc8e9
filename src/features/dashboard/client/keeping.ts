import { partOf } from '#lib/browser/part-of.ts';

const words = {
  kept: 'Your browser has agreed to keep what is stored here until you delete it yourself.',
  refused:
    'Your browser has not agreed to keep it for good: it may delete what is stored when space runs short or after weeks without a visit. Export a file now and then.',
  open: 'Browsers may delete what a site has stored when space runs short or after weeks without a visit. You can ask yours to keep it.',
} as const;

/** Says whether the browser has promised to keep what is stored, and offers to ask it. */
export async function showKeeping(root: HTMLElement): Promise<void> {
  if (!canAsk()) return;
  const isKept = await navigator.storage.persisted().catch(() => false);
  partOf(root, '[data-keeping]').textContent = isKept ? words.kept : words.open;
  partOf(root, '[data-keep]').hidden = isKept;
}

/** Asks the browser to keep what is stored, and says its answer. Some ask the reader, so this follows a gesture only. */
export async function askToKeep(root: HTMLElement): Promise<void> {
  if (!canAsk()) return;
  const isKept = await navigator.storage.persist().catch(() => false);
  partOf(root, '[data-keeping]').textContent = isKept ? words.kept : words.refused;
  partOf(root, '[data-keep]').hidden = isKept;
}

/** Pages without https have no such thing. */
const canAsk = () => 'storage' in navigator && 'persist' in navigator.storage;
