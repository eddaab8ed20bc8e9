import { parse, serialize } from '#domain/progress/file.ts';
import { type Marks, mergeMarks, renameMarks, type State, stateOf, withMark } from '#domain/progress/progress.ts';
import { readStored, type StorageFault, writeStored } from '../storage.ts';

const key = 'wayline:progress';
const quarantineKey = 'wayline:progress:unreadable';

/** Why the marks on the screen may not last. */
export type ProgressFault = StorageFault | 'corrupt' | 'future';

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
  return change((current) => mergeMarks(current, others));
}

/** Forgets every mark. */
export function forgetProgress(): void {
  marks = new Map();
  fault = writeStored(key, undefined);
  tell();
}

/** The marks as the text of an export file. */
export function exportText(): string {
  return serialize(marks);
}

export function currentState(topicId: string): State | 'none' {
  return stateOf(marks, topicId);
}

/** One tab at a time reads, changes and writes, so that none overwrites what another has just stored. */
async function change(edit: (current: Marks) => Marks): Promise<void> {
  marks = edit(marks);
  tell();
  const save = () => {
    const stored = readStored(key);
    if (stored !== undefined && fault !== 'corrupt') absorb(stored);
    if (fault === 'future') return;
    fault = writeStored(key, serialize(marks));
  };
  if ('locks' in navigator) await navigator.locks.request(key, save).catch(save);
  else save();
  tell();
}

function absorb(text: string): void {
  const parsed = parse(text);
  if (parsed.ok) {
    marks = renameMarks(mergeMarks(marks, parsed.marks), renames());
    return;
  }
  fault = parsed.fault;
  if (parsed.fault === 'corrupt') writeStored(quarantineKey, text);
}

function tell(): void {
  for (const listener of listeners) listener(marks, fault);
}

/** Former ids and the present ones, as the page states them. */
function renames(): ReadonlyMap<string, string> {
  const text = document.querySelector<HTMLMetaElement>('meta[name="wayline:renames"]')?.content ?? '';
  return new Map(
    text.split(' ').flatMap((pair): [string, string][] => {
      const [former, present] = pair.split(':');
      return former && present ? [[former, present]] : [];
    }),
  );
}

/** Reads storage once when the first page element asks for progress. */
function start(): void {
  const probe = writeStored('wayline:probe', '1') ?? writeStored('wayline:probe', undefined);
  const stored = readStored(key);
  if (stored !== undefined) absorb(stored);
  fault ??= probe;
  addEventListener('storage', (event) => {
    if (event.key === key && event.newValue === null) marks = new Map();
    else if (event.key === key && event.newValue !== null) absorb(event.newValue);
    if (event.key === key || event.key === null) tell();
  });
}

start();
