import { build } from '#lib/browser/build.ts';
import { partOf } from '#lib/browser/part-of.ts';
import { countText } from '#lib/wording.ts';
import { mostOf, notesOf, type TopicNotes } from '../notes.ts';
import { openLinks } from './link-list.ts';
import { noteFaultWords, notes, writeText } from './notes-store.ts';

/** How long a reader has to pause before what was typed is stored, in milliseconds. */
const pause = 400;

/** Fills the element of a topic's notes: the count beside its name, the note that stores itself, and the links. */
export function openNotes(element: HTMLElement, { topic, signal }: { topic: string; signal: AbortSignal }): void {
  const said = partOf(element, '[data-said]');
  const say = (text: string) => {
    said.textContent = text;
  };
  const area = buildArea();
  const links = openLinks({ topic, say });
  said.before(buildNoteField(area), links.element);
  keepStored(area, { topic, say, signal });
  notes.watch((all, fault) => {
    const own = notesOf(all, topic);
    partOf(element, '[data-count]').textContent = countWords(own);
    links.show(own.links);
    if (fault) say(noteFaultWords[fault]);
  }, signal);
}

/** " (1 note, 2 links)"; nothing where there is nothing. */
function countWords({ note, links }: TopicNotes): string {
  const parts = [note === '' ? '' : '1 note', links.length === 0 ? '' : countText(links.length, 'link')].filter(
    Boolean,
  );
  return parts.length > 0 ? ` (${parts.join(', ')})` : '';
}

function buildArea(): HTMLTextAreaElement {
  const area = build('textarea', '');
  area.rows = 6;
  area.maxLength = mostOf.note;
  area.autocomplete = 'off';
  return area;
}

function buildNoteField(area: HTMLTextAreaElement): HTMLElement {
  return build('label', 'note-pad', 'My note', area);
}

/** Stores the note while it is written, and shows what another tab made of it unless this one has something newer. */
function keepStored(
  area: HTMLTextAreaElement,
  { topic, say, signal }: { topic: string; say: (text: string) => void; signal: AbortSignal },
): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const save = () => {
    if (timer === undefined) return;
    clearTimeout(timer);
    timer = undefined;
    const text = area.value.trim() === '' ? '' : area.value;
    void writeText(topic, text).then(() => {
      if (!notes.fault) say(text === '' ? 'The note was deleted.' : 'Saved in this browser.');
    });
  };
  const wait = () => {
    clearTimeout(timer);
    timer = setTimeout(save, pause);
  };
  area.addEventListener('input', wait, { signal });
  area.addEventListener('change', save, { signal });
  addEventListener('pagehide', save, { signal });
  notes.watch((all) => {
    const { note } = notesOf(all, topic);
    // A text that is being typed is newer than anything stored.
    if (timer === undefined && area.value.trim() !== note.trim()) area.value = note;
  }, signal);
}
