import { isRecord, type Parsed, readJson } from '../stored-file.ts';

/** Why a write to the browser's storage did not happen. */
export type StorageError = 'blocked' | 'full';

/** Reads a value; undefined when there is none or the browser blocks storage. */
export function readStored(key: string): string | undefined {
  try {
    return localStorage.getItem(key) ?? undefined;
  } catch {
    return undefined;
  }
}

/** Writes a value, or removes it when undefined; tells why when that was not possible. */
export function writeStored(key: string, value: string | undefined): StorageError | undefined {
  try {
    if (value === undefined) localStorage.removeItem(key);
    else localStorage.setItem(key, value);
    return undefined;
  } catch (error) {
    return error instanceof DOMException && error.name === 'QuotaExceededError' ? 'full' : 'blocked';
  }
}

/** Keeps a stored text that can't be read beside its key, as it is; tells why when that was not possible. */
export function setAside(key: string, text: string): StorageError | undefined {
  const place = `${key}:unreadable`;
  return writeStored(readStored(place) === undefined ? place : `${place}:${Date.now()}`, text);
}

/**
 * Why what is on the screen may not last. `corrupt`: stored text was unreadable and put aside; `partly`: some of its entries
 * were, and the text was put aside as it was; `stuck`: it was unreadable and could not be put aside, so nothing is written
 * over it; `future`: a newer version wrote it.
 */
export type StateError = StorageError | 'corrupt' | 'partly' | 'stuck' | 'future';

/** How a value is kept under one key of the browser's storage. */
export interface StoredFormat<Value> {
  readonly key: string;
  readonly empty: Value;
  readonly serialize: (value: Value) => string;
  readonly parse: (text: string) => Parsed<Value>;
  /** Merges what two tabs know; doing it twice changes nothing. */
  readonly merge: (mine: Value, theirs: Value) => Value;
}

type Listener<Value> = (value: Value, error: StateError | undefined) => void;

/** A value that is shared by all tabs through the browser's storage, and kept for the visit when that is not possible. */
export class StoredState<Value> {
  readonly #format: StoredFormat<Value>;
  readonly #listeners = new Set<Listener<Value>>();
  #value: Value;
  #error: StateError | undefined;
  /** Changes that the browser has not stored yet. They are repeated on whatever is read from storage later. */
  #unsaved: ((value: Value) => Value)[] = [];

  constructor(format: StoredFormat<Value>) {
    this.#format = format;
    this.#value = format.empty;
    const { key } = format;
    this.#error = writeStored(`${key}:probe`, '1') ?? writeStored(`${key}:probe`, undefined);
    this.#refresh();
    // A page that Back restores has missed what was stored or forgotten in the meantime.
    addEventListener('pageshow', ({ persisted }) => persisted && this.#reread());
    addEventListener('storage', (event) => {
      if (event.key !== key && event.key !== null) return;
      if (event.newValue === null) {
        this.#unsaved = [];
        this.#reread();
        return;
      }
      this.#refresh();
      // If two tabs wrote at the same moment, what the other's text lacks is stored again; otherwise it would end with this tab.
      const known = this.#value;
      if (this.#knowsMore()) void this.change((value) => format.merge(value, known));
    });
  }

  get value(): Value {
    return this.#value;
  }

  get error(): StateError | undefined {
    return this.#error;
  }

  /** What a newer version has stored, as it is; undefined when this version can read it. */
  get newer(): object | undefined {
    const stored = this.#error === 'future' ? readJson(readStored(this.#format.key) ?? '') : undefined;
    return isRecord(stored) ? stored : undefined;
  }

  /** Calls back at once and after every change, in this tab or another, until the signal aborts. */
  watch(listener: Listener<Value>, signal: AbortSignal): void {
    if (signal.aborted) return;
    this.#listeners.add(listener);
    signal.addEventListener('abort', () => this.#listeners.delete(listener));
    listener(this.#value, this.#error);
  }

  /**
   * Edits what is stored, which may be newer than what this tab knew. Stores at once, because the reader may leave the page
   * with the next click, and once more under a lock: there one tab at a time merges what it knows with what is stored, so
   * that none loses another's work.
   */
  async change(edit: (value: Value) => Value): Promise<void> {
    const { key } = this.#format;
    this.#save(edit);
    this.#tell();
    if (!('locks' in navigator)) return;
    await navigator.locks.request(key, () => this.#save()).catch(() => {});
    this.#tell();
  }

  /**
   * Goes back to something older, which merging would undo: the key is removed first, so that other tabs forget what they
   * know before they read it again.
   */
  revert(edit: (value: Value) => Value): void {
    this.#save(edit, { removesFirst: true });
    this.#tell();
  }

  /** Forgets everything, here and in other tabs. What was put aside stays. */
  forget(): void {
    this.#value = this.#format.empty;
    this.#unsaved = [];
    this.#error = writeStored(this.#format.key, undefined);
    this.#tell();
  }

  #save(edit?: (value: Value) => Value, { removesFirst = false } = {}): void {
    const { key, serialize, parse } = this.#format;
    this.#error = this.#absorb(readStored(key));
    if (edit) {
      this.#value = edit(this.#value);
      this.#unsaved.push(edit);
    }
    if (this.#error === 'future' || this.#error === 'stuck') return;
    const text = serialize(this.#value);
    // What could not be read again must not replace what can.
    const isReadable = parse(text).ok;
    if (isReadable && removesFirst) writeStored(key, undefined);
    const error = isReadable ? writeStored(key, text) : 'full';
    if (error) this.#error = error;
    else this.#unsaved = [];
  }

  /** Merges stored text into the value of this tab. What is unreadable in it is put aside before anything is written. */
  #absorb(text: string | undefined): StateError | undefined {
    if (text === undefined) return undefined;
    const { key, parse, serialize, merge } = this.#format;
    const parsed = parse(text);
    if (parsed.ok) this.#value = merge(this.#value, parsed.value);
    if (!parsed.ok && parsed.error === 'future') return 'future';
    if (parsed.ok && parsed.errors === 0) return undefined;
    if (setAside(key, text)) return 'stuck';
    writeStored(key, serialize(this.#value));
    return parsed.ok ? 'partly' : 'corrupt';
  }

  /** Replaces what this tab knew by what is stored, and repeats the changes that could not be stored. */
  #reread(): void {
    const { key, empty } = this.#format;
    // Blocked storage can't be read.
    if (writeStored(`${key}:probe`, undefined)) return;
    this.#value = empty;
    this.#error = this.#absorb(readStored(key)) ?? this.#error;
    this.#value = this.#unsaved.reduce((value, edit) => edit(value), this.#value);
    this.#tell();
  }

  #refresh(): void {
    this.#error = this.#absorb(readStored(this.#format.key)) ?? this.#error;
    this.#tell();
  }

  /** Whether this tab knows something that the stored text lacks. Compared after parsing, so that tabs of two builds don't overwrite each other forever. */
  #knowsMore(): boolean {
    const { key, parse, serialize } = this.#format;
    const text = readStored(key);
    const parsed = text === undefined ? undefined : parse(text);
    return parsed?.ok === true && serialize(parsed.value) !== serialize(this.#value);
  }

  #tell(): void {
    for (const listener of this.#listeners) listener(this.#value, this.#error);
  }
}
