import { partOf } from '#lib/browser/part-of.ts';
import { readTabValue, writeTabValue } from '#lib/browser/tab-value.ts';
import { noUserData } from '../user-data.ts';
import { changedParts, countChanges } from '../user-data-changes.ts';
import { readUserData, writeUserData } from '../user-data-file.ts';
import { partTitles } from './import-preview.ts';
import { type Import, presentUserData, undoImport } from './user-data-store.ts';

/** Offers to undo the last import, also after a reload: what it changed becomes what it was before. */
export function openUndo(
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
    void keepImport(undefined);
  };
  const undo = () => {
    const isDeleted = isEverythingDeleted();
    if (!last || (!isDeleted && !confirmLoss(last))) return;
    // What was deleted in another tab must not come back.
    const reason = isDeleted ? 'all your data has been deleted since' : undoImport(last);
    if (isDeleted || reason === undefined) forget();
    say(reason ? `The import could not be undone: ${reason}.` : 'The import was undone.');
    undone();
    partOf(root, '[data-import]').focus();
  };
  partOf(root, '[data-undo]').addEventListener('click', undo, { signal });
  if (isEverythingDeleted()) forget();
  else void readImport().then(show);
  return {
    forget,
    /** The button appears once the import is kept, so that a reload can't lose what the button promises. */
    remember: (imported: Import) => void keepImport(imported).finally(() => show(imported)),
  };
}

const isEverythingDeleted = () => changedParts(presentUserData(), noUserData).length === 0;

/** Asks before an undo takes back more than the import; there is nothing to ask when nothing was done since. */
function confirmLoss({ before, after }: Import): boolean {
  const goingBack = changedParts(before, after);
  const lost = countChanges(after, presentUserData())
    .filter(({ part, added, changed }) => goingBack.includes(part) && added + changed > 0)
    .map(({ part, added, changed }) => `${partTitles[part].toLowerCase()}: ${added + changed}`);
  if (lost.length === 0) return true;
  return confirm(
    `Undo the import? This also takes back what you have changed since then (${lost.join(', ')}). Back up first if you may want it again.`,
  );
}

/** Says in this tab that there is an import to undo, and names the cache that has it: localStorage may lack the room. */
const place = 'wayline:import';

/** Where the browser offers no cache, an import can be undone until the page is left. */
async function keepImport(last: Import | undefined): Promise<void> {
  writeTabValue(place, undefined);
  if (!('caches' in globalThis)) return;
  await caches.delete(place);
  if (!last) return;
  const cache = await caches.open(place);
  await cache.put('/before', new Response(writeUserData(last.before)));
  await cache.put('/after', new Response(writeUserData(last.after)));
  writeTabValue(place, 'kept');
}

async function readImport(): Promise<Import | undefined> {
  if (!('caches' in globalThis) || readTabValue(place) === undefined) return undefined;
  const read = async (name: string) => {
    const response = await caches.match(name, { cacheName: place });
    return readUserData((await response?.text()) ?? '');
  };
  const [before, after] = [await read('/before'), await read('/after')];
  return before.ok && after.ok ? { before: before.userData, after: after.userData } : undefined;
}
