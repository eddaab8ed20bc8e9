import { momentNow } from '#features/practice/client/index.ts';
import { build } from '#lib/browser/build.ts';
import { partOf } from '#lib/browser/part-of.ts';
import { topicRenames } from '#lib/browser/renames.ts';
import { mergeUserData, normalizeUserData, type PartName, type UserData } from '../user-data.ts';
import { countChanges, type PartChanges } from '../user-data-changes.ts';
import { type ReadUserData, readUserData, tooMuch } from '../user-data-file.ts';
import { type Import, importUserData, presentUserData } from './user-data-store.ts';

/** Larger files aren't read. */
const maxBytes = 16_000_000;

/** What the page calls each part of a reader's data. */
export const partTitles: Readonly<Record<PartName, string>> = {
  marks: 'Topics',
  practice: 'Practice',
  notes: 'Notes and links',
  labs: 'Labs',
  plans: 'Plans',
  interview: 'Interview goal',
};

interface Options {
  readonly say: (text: string) => void;
  readonly imported: (last: Import) => void;
  readonly signal: AbortSignal;
}

/** Reads the file that the reader chose, shows how much it would change, and imports it when the reader agrees. */
export class ImportPreview {
  readonly #root: HTMLElement;
  readonly #options: Options;
  #read: UserData | undefined;
  #counts = '';

  constructor(root: HTMLElement, options: Options) {
    this.#root = root;
    this.#options = options;
    const { signal } = options;
    partOf(root, '[data-accept]').addEventListener('click', () => void this.#accept(), { signal });
    const cancel = () => this.#close('Nothing was imported.');
    partOf(root, '[data-cancel]').addEventListener('click', cancel, { signal });
  }

  async open(file: File): Promise<void> {
    const read = await readFile(file);
    if (!read.ok) return this.#close(`Nothing was imported. ${read.reason} Your data is unchanged.`);
    this.#read = normalizeUserData(read.userData, { now: momentNow(), renames: topicRenames() });
    const present = presentUserData();
    this.#show(countChanges(present, mergeUserData(present, this.#read)), read.errors);
  }

  #show(changes: readonly PartChanges[], errors: readonly string[]): void {
    const total = (count: 'added' | 'changed') => changes.reduce((sum, change) => sum + change[count], 0);
    const [added, changed] = [total('added'), total('changed')];
    const changesNothing = added + changed === 0;
    this.#counts = `${added} new, ${changed} changed`;
    const text = changesNothing
      ? 'Nothing would change: you already have all of it, or newer.'
      : 'For each item, the newer version wins, whether yours or the file’s.';
    partOf(this.#root, '[data-preview-text]').textContent = [text, ...errors].join(' ');
    partOf(this.#root, '[data-accept]').hidden = changesNothing;
    partOf(this.#root, '[data-preview-rows]').replaceChildren(...changes.filter(hasItems).map(buildRow));
    this.#options.say('');
    partOf(this.#root, '[data-preview]').hidden = false;
    partOf(this.#root, '#preview').focus();
  }

  async #accept(): Promise<void> {
    const brought = this.#read;
    if (!brought) return;
    // A second click must not mistake a half-done import for the state before it.
    this.#read = undefined;
    const result = await importUserData(brought);
    if ('reason' in result) return this.#close(`Nothing was imported: ${result.reason}. Your data is unchanged.`);
    this.#close(`Imported: ${this.#counts}.`);
    this.#options.imported(result);
  }

  #close(words: string): void {
    this.#read = undefined;
    partOf(this.#root, '[data-preview]').hidden = true;
    this.#options.say(words);
    partOf(this.#root, '[data-import]').focus();
  }
}

async function readFile(file: File): Promise<ReadUserData> {
  const text = file.size > maxBytes ? undefined : await file.text().catch(() => undefined);
  if (text === undefined) return { ok: false, reason: 'The file is too large or could not be read.' };
  const read = readUserData(text);
  const reason = read.ok && tooMuch(read.userData);
  return reason ? { ok: false, reason } : read;
}

const hasItems = ({ added, changed, untouched }: PartChanges) => added + changed + untouched > 0;

function buildRow({ part, added, changed, untouched }: PartChanges): HTMLElement {
  const title = build('th', '', partTitles[part]);
  title.scope = 'row';
  return build('tr', '', title, ...[added, changed, untouched].map((count) => build('td', '', `${count}`)));
}
