import { partsOf } from '#features/notes/index.ts';
import { momentNow } from '#features/practice/client/index.ts';
import { build } from '#lib/browser/build.ts';
import { partOf } from '#lib/browser/part-of.ts';
import { topicRenames } from '#lib/browser/renames.ts';
import type { Import } from '../undo-import.ts';
import { normalizeUserData, type UserData } from '../user-data.ts';
import { type Change, type ChangeKind, changesBy, countEffects, type Effect, effects } from '../user-data-changes.ts';
import { readUserData, tooMuch } from '../user-data-file.ts';
import { buildLongList } from './long-list.ts';
import { importUserData, presentUserData } from './user-data-store.ts';

/** The largest file that is read. */
const maxBytes = 16_000_000;

const effectTitles = {
  added: 'Added',
  changed: 'Changed',
  kept: 'Kept as yours',
} as const satisfies Record<Effect, string>;

interface Options {
  readonly say: (text: string) => void;
  readonly titleOf: (topic: string) => string;
  readonly imported: (last: Import) => void;
  readonly signal: AbortSignal;
}

/** Reads a file that the reader chose, shows what it would change, and changes it when the reader says so. */
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
    const text = file.size > maxBytes ? undefined : await file.text().catch(() => undefined);
    const read =
      text === undefined
        ? { ok: false as const, reason: 'The file is too large or could not be read.' }
        : readUserData(text);
    const reason = read.ok ? tooMuch(read.userData) : read.reason;
    if (!read.ok || reason) return this.#close(`Nothing was imported. ${reason} Your data is unchanged.`);
    this.#read = normalizeUserData(read.userData, { now: momentNow(), renames: topicRenames() });
    this.#show(changesBy(presentUserData(), this.#read), read.errors);
  }

  #show(changes: readonly Change[], errors: readonly string[]): void {
    const { added, changed, kept } = countEffects(changes);
    this.#counts = `${added} added, ${changed} changed, ${kept} kept as yours`;
    const does =
      added + changed === 0 ? 'Nothing would change: you already have all of it, or newer.' : `${this.#counts}.`;
    partOf(this.#root, '[data-preview-text]').textContent = [does, ...errors].join(' ');
    partOf(this.#root, '[data-accept]').hidden = added + changed === 0;
    const groups = effects.flatMap((effect) => {
      const own = changes.filter((change) => change.effect === effect);
      return own.length > 0 ? [this.#buildGroup(effect, own)] : [];
    });
    partOf(this.#root, '[data-preview-lists]').replaceChildren(...groups);
    this.#options.say('');
    partOf(this.#root, '[data-preview]').hidden = false;
    partOf(this.#root, '#preview').focus();
  }

  #buildGroup(effect: Effect, changes: readonly Change[]): HTMLElement {
    const draw = (change: Change) => build('li', '', changeWords(change, this.#options.titleOf));
    const list = buildLongList(changes, { name: 'plain-list', draw });
    const details = build('details', 'mt-2', build('summary', '', `${effectTitles[effect]} (${changes.length})`), list);
    details.open = effect !== 'kept';
    return details;
  }

  async #accept(): Promise<void> {
    const brought = this.#read;
    if (!brought) return;
    // A second click must not take what is half imported for what was here before.
    this.#read = undefined;
    const before = presentUserData();
    const reason = await importUserData(brought);
    if (reason !== undefined) return this.#close(`Nothing was imported: ${reason}. Your data is unchanged.`);
    this.#close(`Imported: ${this.#counts}.`);
    this.#options.imported({ before, brought });
  }

  #close(words: string): void {
    this.#read = undefined;
    partOf(this.#root, '[data-preview]').hidden = true;
    partOf(this.#root, '[data-preview-lists]').replaceChildren();
    this.#options.say(words);
    partOf(this.#root, '[data-import]').focus();
  }
}

/** The most characters of a note that are quoted. */
const maxQuoted = 80;

/** What an import does to one thing, as a line of a list: "Indexing: learning becomes done". */
function changeWords({ kind, key, effect, mine, theirs }: Change, titleOf: (topic: string) => string): string {
  const name = nameOf(kind, key, titleOf);
  const [own, other] = [mine, theirs].map((text) => shown(kind, text));
  if (kind === 'interviews') return `${name}: ${other} more`;
  if (effect === 'added') return `${name}: ${other}`;
  if (effect === 'changed') return kind === 'card' ? `${name}: merged with yours` : `${name}: ${own} becomes ${other}`;
  return `${name}: stays ${own}; the file has ${other}`;
}

function nameOf(kind: ChangeKind, key: string, titleOf: (topic: string) => string): string {
  const { topic } = partsOf(key);
  switch (kind) {
    case 'mark':
      return titleOf(key);
    case 'note':
      return `Note on ${titleOf(topic)}`;
    case 'link':
      return `Link of ${titleOf(topic)}`;
    case 'card':
      return key.includes('/') ? `Check of ${titleOf(key.split('/')[0] ?? key)}` : `Card ${key.replaceAll('-', ' ')}`;
    case 'lab':
      return `Lab “${key.replaceAll('-', ' ')}”`;
    case 'plan':
      return `Plan “${key}”`;
    case 'goal':
      return 'The interview you are preparing for';
    case 'interviews':
      return 'Mock interviews';
    default:
      return 'Practice settings';
  }
}

function shown(kind: ChangeKind, text: string): string {
  if (text === '') return kind === 'mark' ? 'not started' : 'nothing';
  if (kind === 'mark') return text.toLowerCase();
  if (kind !== 'note' && kind !== 'link') return text;
  return `“${text.length > maxQuoted ? `${text.slice(0, maxQuoted)}…` : text}”`;
}
