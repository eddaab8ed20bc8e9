import { dateHere } from '#features/plan/client/index.ts';
import { progress } from '#features/progress/client/index.ts';
import { countStops, encodeShared, hoursWords, type RoadmapIndex } from '#features/progress/index.ts';
import { copyText } from '#lib/browser/clipboard.ts';
import { download } from '#lib/browser/download.ts';
import { enableControls } from '#lib/browser/enable-controls.ts';
import { partOf } from '#lib/browser/part-of.ts';
import { readTabValue, writeTabValue } from '#lib/browser/tab-value.ts';
import type { Import } from '../undo-import.ts';
import { noUserData } from '../user-data.ts';
import { readUserData, writeUserData } from '../user-data-file.ts';
import { userDataMarkdown } from '../user-data-markdown.ts';
import { ImportPreview } from './import-preview.ts';
import { askToKeep, openReminder, rememberExport, showKeeping, showReminder } from './reminder.ts';
import { openSetAside } from './set-aside.ts';
import { addressOfNote, type SiteIndex, titleOf, trackRoadmaps } from './site-index.ts';
import { exportText, forgetUserData, presentUserData, takeBack } from './user-data-store.ts';

/** The buttons that take everything away, bring it back, share it or forget it. */
export function openTools(
  root: HTMLElement,
  { site, index, signal }: { site: SiteIndex; index: RoadmapIndex; signal: AbortSignal },
): void {
  const say = (text: string) => {
    partOf(root, '[data-said]').textContent = text;
  };
  const remind = () => showReminder(root);
  const titleOfTopic = (topic: string) => titleOf(site, topic);
  const undo = openUndo(root, { say, undone: remind, signal });
  const imported = (last: Import) => {
    undo.remember(last);
    remind();
  };
  const preview = new ImportPreview(root, { say, titleOf: titleOfTopic, imported, signal });
  const showSetAside = openSetAside(root, { say, signal });
  const input = partOf<HTMLInputElement>(root, '[data-import]');
  const onClick = (selector: string, act: () => unknown) =>
    partOf(root, selector).addEventListener('click', () => void act(), { signal });
  const take = (text: string, { name, type }: { name: string; type: string }) => {
    download(text, { name, type });
    say(`Saved as ${name}.`);
    void askToKeep(root);
  };
  onClick('[data-export]', () => {
    take(exportText(), { name: 'wayline-progress.json', type: 'application/json' });
    rememberExport();
    remind();
  });
  onClick('[data-markdown]', () => take(markdown(site, index), { name: 'wayline-progress.md', type: 'text/markdown' }));
  onClick('[data-share]', async () => {
    const address = `${location.origin}${location.pathname}#shared=${encodeShared(progress.value, site.numbered)}`;
    say((await copyText(address)) ? 'The link was copied.' : address);
  });
  onClick('[data-forget]', () => {
    if (!confirm(forgetQuestion)) return;
    forgetUserData();
    undo.forget();
    showSetAside();
    say('All your data is deleted.');
    remind();
  });
  onClick('[data-keep]', () => askToKeep(root));
  const open = async () => {
    const [file] = input.files ?? [];
    if (file) await preview.open(file);
    input.value = '';
  };
  input.addEventListener('change', open, { signal });
  enableControls(partOf(root, '[data-tools]'));
  openReminder(root, signal);
  void showKeeping(root);
}

const forgetQuestion =
  'Delete your progress, practice, notes, links, labs, plans and searches in this browser? Back them up first if you may want them again.';

function markdown(site: SiteIndex, index: RoadmapIndex): string {
  const here = presentUserData();
  const lines = trackRoadmaps(index, here.marks).flatMap(({ title, topics }) => {
    const count = countStops(topics, here.marks);
    if (count.done === 0) return [];
    return [`${title}: ${count.done} of ${count.total} topics done, ${hoursWords(count)}`];
  });
  const topicOf = (id: string) => {
    const address = addressOfNote(site, id);
    return address === undefined
      ? undefined
      : { title: titleOf(site, id), address: new URL(address, location.href).href };
  };
  return userDataMarkdown(here, { topicOf, lines, date: dateHere(Date.now()), dateOf: dateHere });
}

/** Says in this tab that there is an import to undo, and names the cache that holds it: what is stored may fill the rest. */
const place = 'wayline:import';

/** Offers to undo the last import, also after a reload. */
function openUndo(
  root: HTMLElement,
  { say, undone, signal }: { say: (text: string) => void; undone: () => void; signal: AbortSignal },
) {
  let last: Import | undefined;
  const show = (kept: Import | undefined) => {
    last = kept;
    partOf(root, '[data-undo-line]').hidden = kept === undefined;
  };
  const forget = () => {
    show(undefined);
    void keepLast(undefined);
  };
  const undo = () => {
    const reason = last && takeBack(last);
    if (reason === undefined) forget();
    say(reason ? `The import could not be undone: ${reason}.` : 'The import was undone. Your changes since then stay.');
    undone();
    partOf(root, '[data-import]').focus();
  };
  partOf(root, '[data-undo]').addEventListener('click', undo, { signal });
  // Everything may have been forgotten in another tab.
  if (writeUserData(presentUserData()) === writeUserData(noUserData)) forget();
  else void readLast().then(show);
  return {
    forget,
    /** The button appears once the import is kept, so that a reload can't lose what the button promises. */
    remember: (imported: Import) => void keepLast(imported).finally(() => show(imported)),
  };
}

/** Where the browser offers no cache, an import can be undone until the page is left. */
async function keepLast(last: Import | undefined): Promise<void> {
  writeTabValue(place, undefined);
  if (!('caches' in globalThis)) return;
  await caches.delete(place);
  if (!last) return;
  const cache = await caches.open(place);
  await cache.put('/before', new Response(writeUserData(last.before)));
  await cache.put('/brought', new Response(writeUserData(last.brought)));
  writeTabValue(place, 'kept');
}

async function readLast(): Promise<Import | undefined> {
  if (!('caches' in globalThis) || readTabValue(place) === undefined) return undefined;
  const read = async (name: string) => {
    const response = await caches.match(name, { cacheName: place });
    return readUserData((await response?.text()) ?? '');
  };
  const [before, brought] = [await read('/before'), await read('/brought')];
  return before.ok && brought.ok ? { before: before.userData, brought: brought.userData } : undefined;
}
