import { build } from '#lib/browser/build.ts';
import { partOf } from '#lib/browser/part-of.ts';
import { countText } from '#lib/wording.ts';
import { joinTexts, maxOf, notesOf, type TopicNotes } from '../notes.ts';
import { openLinks } from './link-list.ts';
import { noteErrorTexts, notes, writeNote } from './notes-store.ts';

/** How long after the last key a note is stored, in milliseconds. */
const pause = 400;

/** Fills the element of a topic's notes: a count in its summary, the note, which saves itself, and the links. */
export function openNotes(element: HTMLElement, { topic, signal }: { topic: string; signal: AbortSignal }): void {
  const said = partOf(element, '[data-said]');
  const say = (text: string) => {
    said.textContent = text;
  };
  const area = build('textarea', '');
  area.rows = 6;
  area.maxLength = maxOf.note;
  area.autocomplete = 'off';
  const links = openLinks({ topic, say });
  said.before(build('label', 'note-pad', 'My note', area), links.element);
  keepStored(area, { topic, say, signal });
  notes.watch((all) => {
    const own = notesOf(all, topic);
    partOf(element, '[data-count]').textContent = countWords(own);
    links.show(own.links);
  }, signal);
}

/** Makes a text field of the page save itself under a key. */
export function openField(element: HTMLElement, { key, signal }: { key: string; signal: AbortSignal }): void {
  const area = partOf<HTMLTextAreaElement>(element, 'textarea');
  const say = (text: string) => {
    partOf(element, '[data-said]').textContent = text;
  };
  area.maxLength = maxOf.note;
  keepStored(area, { topic: key, say, signal });
  area.disabled = false;
}

/** " (1 note, 2 links)", or an empty text. */
function countWords({ note, links }: TopicNotes): string {
  const parts = [...(note === '' ? [] : ['1 note']), ...(links.length > 0 ? [countText(links.length, 'link')] : [])];
  return parts.length > 0 ? ` (${parts.join(', ')})` : '';
}

/** What this tab stored last, and when. */
const nothingSaved = { text: '', at: Number.NEGATIVE_INFINITY };

const savedWords = (text: string) => (text === '' ? 'The note was deleted.' : 'Saved in this browser.');
const joinedWords = (text: string) =>
  text === ''
    ? 'Another tab changed this note at the same time, so it was not deleted.'
    : 'Another tab changed this note at the same time. Both texts are kept, with a line between them.';

/**
 * Stores the note while it is being written, and shows changes from other tabs unless this one has something newer.
 * When two tabs are written in at the same time, both texts stay.
 */
function keepStored(
  area: HTMLTextAreaElement,
  { topic, say, signal }: { topic: string; say: (text: string) => void; signal: AbortSignal },
): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  /** The stored text that the reader started from. */
  let base = '';
  let saved = nothingSaved;
  const store = async (text: string) => {
    const isJoined = await writeNote(topic, { text, base });
    if (!notes.error) say(isJoined ? joinedWords(text) : savedWords(text));
  };
  const save = () => {
    if (timer === undefined) return;
    clearTimeout(timer);
    timer = undefined;
    saved = { text: area.value.trim() === '' ? '' : area.value, at: performance.now() };
    void store(saved.text);
  };
  /** If another tab's text arrives within the pause, its writer hadn't seen what was just stored here. */
  const hasReplacedMine = (text: string) =>
    performance.now() - saved.at < pause && joinTexts(text, saved.text) !== text;
  const wait = () => {
    clearTimeout(timer);
    timer = setTimeout(save, pause);
  };
  area.addEventListener('input', wait, { signal });
  area.addEventListener('change', save, { signal });
  addEventListener('pagehide', save, { signal });
  notes.watch((all, error) => {
    if (error) say(noteErrorTexts[error]);
    // A text that is being typed is newer than anything stored.
    if (timer !== undefined) return;
    const stored = all.get(topic);
    if (stored && hasReplacedMine(stored.text)) {
      const { text } = saved;
      saved = nothingSaved;
      void store(text);
      return;
    }
    base = stored?.text ?? '';
    show(area, base);
  }, signal);
}

/** Shows a text. If it ends with what the reader has typed, the cursor stays where it is. */
function show(area: HTMLTextAreaElement, text: string): void {
  const own = area.value;
  if (own.trim() === text.trim()) return;
  if (own !== '' && text.endsWith(own)) area.setRangeText(text.slice(0, -own.length), 0, 0, 'preserve');
  else area.value = text;
}
