import { parse, serialize } from '#domain/progress/file.ts';
import { type Marks, mergeMarks, renameMarks, type State, stateOf, withMark } from '#domain/progress/progress.ts';
import { topicRenames } from '../renames.ts';
import { readStored, type StorageFault, writeStored } from '../storage.ts';

const key = 'wayline:progress';
const quarantineKey = 'wayline:progress:unreadable';

/**
 * Why the marks on the screen may not last. `corrupt`: stored text was unreadable and put aside;
 * `stuck`: it was unreadable and could not be put aside, so nothing is written over it; `future`: a newer version wrote it.
 */
export type ProgressFault = StorageFault | 'corrupt' | 'stuck' | 'future';

type Listener = (marks: Marks, fault: ProgressFault | undefined) => void;

let marks: Marks = new Map();
let fault: ProgressFault | undefined;
const listeners = new Set<Listener>();

/** Calls back at once and after every change, in this tab or another, until the signal aborts. */
export function watchProgress(listener: Listener, signal: AbortSignal): void {
  listeners.add(listener);
  signal.addEventListener('abort', () => listeners.delete(listener));
  listener(marks, fault);
}

/** Marks a topic, keeps it for this visit in any case, and stores it unless the browser refuses. */
export function markTopic(topicId: string, state: State | 'none'): Promise<void> {
  const before = marks.get(topicId)?.at ?? 0;
  return change((current) => withMark(current, topicId, { state, at: Math.max(Date.now(), before + 1) }));
}

/** Takes in marks from a file or a link, item by item, the newer winning. */
export function takeIn(others: Marks): Promise<void> {
  return change((current) => mergeMarks(current, renameMarks(others, topicRenames())));
}

/** Forgets every mark. */
export function forgetProgress(): void {
  marks = new Map();
  fault = writeStored(key, undefined);
  tell();
}

/** The marks as they are now. */
export function currentMarks(): Marks {
  return marks;
}

export function currentState(topicId: string): State | 'none' {
  return stateOf(marks, topicId);
}

/**
 * Stores at once, because the reader may leave the page with the next click, and once more under a lock:
 * there one tab at a time joins what it knows with what is stored, so that none loses another's marks.
 */
async function change(edit: (current: Marks) => Marks): Promise<void> {
  marks = edit(marks);
  const save = () => {
    fault = absorb(readStored(key));
    if (fault === 'future' || fault === 'stuck') return;
    fault = writeStored(key, serialize(marks)) ?? fault;
  };
  save();
  tell();
  if ('locks' in navigator) await navigator.locks.request(key, save).catch(() => {});
  tell();
}

/** Joins stored text with the marks of this tab. Unreadable text is put aside, and what this tab knows is stored in its place. */
function absorb(text: string | undefined): ProgressFault | undefined {
  if (text === undefined) return undefined;
  const parsed = parse(text);
  if (parsed.ok) marks = mergeMarks(marks, renameMarks(parsed.marks, topicRenames()));
  if (parsed.ok || parsed.fault === 'future') return parsed.ok ? undefined : 'future';
  const place = readStored(quarantineKey) === undefined ? quarantineKey : `${quarantineKey}:${Date.now()}`;
  if (writeStored(place, text)) return 'stuck';
  writeStored(key, serialize(marks));
  return 'corrupt';
}

function tell(): void {
  for (const listener of listeners) listener(marks, fault);
}

/** Takes over what other tabs and earlier pages have stored. */
function refresh(): void {
  fault = absorb(readStored(key)) ?? fault;
  tell();
}

/** Whether this tab knows a mark that the stored text lacks. Compared by meaning, so that tabs of two builds never take turns. */
function knowsMore(): boolean {
  const text = readStored(key);
  const parsed = text === undefined ? undefined : parse(text);
  return parsed?.ok === true && serialize(renameMarks(parsed.marks, topicRenames())) !== serialize(marks);
}

/** Reads storage once, and again whenever another tab writes or the page comes back from the browser's cache. */
function start(): void {
  fault = writeStored('wayline:probe', '1') ?? writeStored('wayline:probe', undefined);
  refresh();
  addEventListener('pageshow', ({ persisted }) => persisted && refresh());
  addEventListener('storage', (event) => {
    if (event.key !== key && event.key !== null) return;
    if (readStored(key) === undefined) marks = new Map();
    refresh();
    // Two tabs that wrote at the same moment: what the other's text lacks is stored again, or it would last as long as this tab.
    if (knowsMore()) void change((current) => current);
  });
}

start();
