import { dateHere } from '#features/plan/client/index.ts';
import { progress } from '#features/progress/client/index.ts';
import { countStops, encodeShared, hoursWords, type RoadmapIndex } from '#features/progress/index.ts';
import { copyText } from '#lib/browser/clipboard.ts';
import { download } from '#lib/browser/download.ts';
import { enableControls } from '#lib/browser/enable-controls.ts';
import { partOf } from '#lib/browser/part-of.ts';
import { readStored, writeStored } from '#lib/browser/stored-state.ts';
import { countText, dateText } from '#lib/wording.ts';
import { changesSince, isExportDue } from '../user-data.ts';
import { userDataMarkdown } from '../user-data-markdown.ts';
import { ImportPreview } from './import-preview.ts';
import { openSetAside } from './set-aside.ts';
import { addressOfNote, type SiteIndex, titleOf, trackRoadmaps } from './site-index.ts';
import { openUndo } from './undo-import.ts';
import { exportText, forgetUserData, type Import, presentUserData } from './user-data-store.ts';

/** The section “Your data”: buttons to back up, restore, share and delete everything, and the reminder to back up. */
export function openYourData(
  root: HTMLElement,
  { site, index, signal }: { site: SiteIndex; index: RoadmapIndex; signal: AbortSignal },
): void {
  const say = (text: string) => {
    partOf(root, '[data-said]').textContent = text;
  };
  const remind = () => showReminder(root);
  const undo = openUndo(root, { say, undone: remind, signal });
  const imported = (last: Import) => {
    undo.remember(last);
    remind();
  };
  const preview = new ImportPreview(root, { say, imported, signal });
  const showSetAside = openSetAside(root, { say, signal });
  const input = partOf<HTMLInputElement>(root, '[data-import]');
  const onClick = (selector: string, act: () => unknown) =>
    partOf(root, selector).addEventListener('click', () => void act(), { signal });
  const take = (text: string, { name, type }: { name: string; type: string }) => {
    download(text, { name, type });
    say(`Saved as ${name}.`);
    void sayKeeping(root, 'persist');
  };
  onClick('[data-export]', () => {
    take(exportText(), { name: 'wayline-progress.json', type: 'application/json' });
    writeDates({ ...readDates(), exported: Date.now() });
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
  onClick('[data-keep]', () => sayKeeping(root, 'persist'));
  const open = async () => {
    const [file] = input.files ?? [];
    if (file) await preview.open(file);
    input.value = '';
  };
  input.addEventListener('change', open, { signal });
  enableControls(partOf(root, '[data-tools]'));
  openReminder(root, signal);
  void sayKeeping(root, 'persisted');
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

const datesKey = 'wayline:export';

/** When the reader last made a backup and last put the reminder off, in milliseconds since 1970; 0 for never. */
interface Dates {
  readonly exported: number;
  readonly putOff: number;
}

/** Shows the reminder, and lets its button put it off until as much has changed again. */
function openReminder(root: HTMLElement, signal: AbortSignal): void {
  const putOff = () => {
    writeDates({ ...readDates(), putOff: Date.now() });
    showReminder(root);
    partOf(root, '[data-export]').focus();
  };
  partOf(root, '[data-later]').addEventListener('click', putOff, { signal });
  showReminder(root);
}

/** Shows the reminder when much has changed since the last backup and since it was last put off. */
function showReminder(root: HTMLElement): void {
  const { exported, putOff } = readDates();
  const here = presentUserData();
  const line = partOf(root, '[data-reminder]');
  line.hidden = !isExportDue(changesSince(here, Math.max(exported, putOff)));
  if (line.hidden) return;
  const { items, answers } = changesSince(here, exported);
  const since = exported === 0 ? 'You have no backup' : `Since your backup on ${dateText(dateHere(exported))}`;
  const changes = [
    ...(items > 0 ? [`${items} ${items === 1 ? 'mark or note' : 'marks and notes'}`] : []),
    ...(answers > 0 ? [countText(answers, 'answer')] : []),
  ];
  partOf(root, '[data-reminder-text]').textContent = `${since}: ${changes.join(' and ')} are only in this browser.`;
}

function writeDates({ exported, putOff }: Dates): void {
  writeStored(datesKey, `${exported} ${putOff}`);
}

/** Reads the two times; anything else counts as never. */
function readDates(): Dates {
  const [exported = 0, putOff = 0] = (readStored(datesKey) ?? '').split(' ').map(Number);
  const orNever = (moment: number) => (moment > 0 && moment <= Date.now() ? moment : 0);
  return { exported: orNever(exported), putOff: orNever(putOff) };
}

/** What is said of a browser that has not agreed to keep the data: before it is asked, and when it refuses. */
const notKept = {
  persist:
    'Your browser hasn’t agreed to keep your data permanently: it may delete it when space runs short or after weeks without a visit. Make a backup now and then.',
  persisted:
    'Browsers may delete a site’s data when space runs short or after weeks without a visit. You can ask yours to keep it.',
} as const;

/**
 * Says whether the browser has promised to keep what is stored, and offers to ask it. `persist` asks it: some browsers then
 * ask the reader, so that only follows a click.
 */
async function sayKeeping(root: HTMLElement, method: keyof typeof notKept): Promise<void> {
  // Only pages with https have this.
  if (!('storage' in navigator && 'persist' in navigator.storage)) return;
  const isKept = await navigator.storage[method]().catch(() => false);
  partOf(root, '[data-keeping]').textContent = isKept
    ? 'Your browser has agreed to keep your data until you delete it yourself.'
    : notKept[method];
  partOf(root, '[data-keep]').hidden = isKept;
}
