import { dateHere } from '#features/plan/client/index.ts';
import { partOf } from '#lib/browser/part-of.ts';
import { readStored, writeStored } from '#lib/browser/stored-state.ts';
import { countText, dateText } from '#lib/wording.ts';
import { changesSince, isExportDue } from '../user-data.ts';
import { presentUserData } from './user-data-store.ts';

const key = 'wayline:export';

/** When the reader last exported, and last put the reminder off, in milliseconds since 1970; 0 for never. */
interface Dates {
  readonly exported: number;
  readonly putOff: number;
}

/** Remembers that everything was exported just now. */
export function rememberExport(): void {
  writeDates({ ...readDates(), exported: Date.now() });
}

/** Shows the reminder where much has changed since the last export, and no one has put it off since. */
export function showReminder(root: HTMLElement): void {
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

/** Shows the reminder, and wires the button that puts it off until as much has changed again. */
export function openReminder(root: HTMLElement, signal: AbortSignal): void {
  const putOff = () => {
    writeDates({ ...readDates(), putOff: Date.now() });
    showReminder(root);
    partOf(root, '[data-export]').focus();
  };
  partOf(root, '[data-later]').addEventListener('click', putOff, { signal });
  showReminder(root);
}

function writeDates({ exported, putOff }: Dates): void {
  writeStored(key, `${exported} ${putOff}`);
}

/** Reads the two times; what is no time counts as never. */
function readDates(): Dates {
  const [exported = 0, putOff = 0] = (readStored(key) ?? '').split(' ').map(Number);
  const orNever = (moment: number) => (moment > 0 && moment <= Date.now() ? moment : 0);
  return { exported: orNever(exported), putOff: orNever(putOff) };
}

const words = {
  kept: 'Your browser has agreed to keep your data until you delete it yourself.',
  refused:
    'Your browser hasn’t agreed to keep your data permanently: it may delete it when space runs short or after weeks without a visit. Make a backup now and then.',
  open: 'Browsers may delete a site’s data when space runs short or after weeks without a visit. You can ask yours to keep it.',
} as const;

/** Says whether the browser has promised to keep what is stored, and offers to ask it. */
export function showKeeping(root: HTMLElement): Promise<void> {
  return sayKeeping(root, { method: 'persisted', otherwise: words.open });
}

/** Asks the browser to keep what is stored, and says its answer. Some ask the reader, so this follows a gesture only. */
export function askToKeep(root: HTMLElement): Promise<void> {
  return sayKeeping(root, { method: 'persist', otherwise: words.refused });
}

async function sayKeeping(
  root: HTMLElement,
  { method, otherwise }: { method: 'persist' | 'persisted'; otherwise: string },
): Promise<void> {
  // Pages without https have no such thing.
  if (!('storage' in navigator && 'persist' in navigator.storage)) return;
  const isKept = await navigator.storage[method]().catch(() => false);
  partOf(root, '[data-keeping]').textContent = isKept ? words.kept : otherwise;
  partOf(root, '[data-keep]').hidden = isKept;
}
