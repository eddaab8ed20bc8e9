import { dateHere } from '#features/plan/client/index.ts';
import { progress } from '#features/progress/client/index.ts';
import { countStops, encodeShared, hoursWords, type RoadmapIndex } from '#features/progress/index.ts';
import { copyText } from '#lib/browser/clipboard.ts';
import { download } from '#lib/browser/download.ts';
import { enableControls } from '#lib/browser/enable-controls.ts';
import { partOf } from '#lib/browser/part-of.ts';
import { userDataMarkdown } from '../user-data-markdown.ts';
import { ImportPreview } from './import-preview.ts';
import { askToKeep, openReminder, rememberExport, showKeeping, showReminder } from './reminder.ts';
import { openSetAside } from './set-aside.ts';
import { addressOfNote, type SiteIndex, titleOf, trackRoadmaps } from './site-index.ts';
import { openUndo } from './undo-import.ts';
import { exportText, forgetUserData, type Import, presentUserData } from './user-data-store.ts';

/** The buttons that take everything away, bring it back, share it or forget it. */
export function openTools(
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
