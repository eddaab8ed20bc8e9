import { topicRenames } from '#lib/browser/renames.ts';
import { type StateError, StoredState } from '#lib/browser/stored-state.ts';
import { joinTexts, mergeNotes, type Notes, renameNotes, withText } from '../notes.ts';
import { notesFormat } from '../notes-file.ts';

/** Everything that the reader wrote, shared by all tabs. */
export const notes = new StoredState<Notes>({
  key: 'wayline:notes',
  empty: new Map(),
  serialize: notesFormat.serialize,
  parse: (text) => {
    const parsed = notesFormat.parse(text);
    return parsed.ok ? { ...parsed, value: renameNotes(parsed.value, topicRenames()) } : parsed;
  },
  merge: mergeNotes,
});

/**
 * Stores a note; an empty text deletes it. If another text was stored since `base` was read, both are kept.
 * @returns whether both were kept.
 */
export async function writeNote(
  topic: string,
  { text, base }: { readonly text: string; readonly base: string },
): Promise<boolean> {
  const at = Date.now();
  let kept = text;
  await notes.change((current) => {
    const stored = current.get(topic)?.text ?? '';
    kept = stored === base ? text : joinTexts(stored, text);
    return withText(current, topic, { text: kept, at });
  });
  return kept !== text;
}

/** Stores the title of a link under its key; an empty text deletes it. */
export function writeText(key: string, text: string): Promise<void> {
  return notes.change((current) => withText(current, key, { text, at: Date.now() }));
}

/** What the reader is told when notes may not last. */
export const noteErrorTexts = {
  blocked:
    'Your browser does not let this site store anything. Notes only last until you leave this page, so copy them.',
  full: 'Your browser’s storage is full. What you write now only lasts until you leave this page, so copy it.',
  corrupt:
    'Your stored notes could not be read. They were set aside, not deleted (see “My progress”). New notes are stored.',
  partly:
    'Some of your stored notes could not be read. They were set aside, not deleted (see “My progress”). All others are in use.',
  stuck:
    'Some of your stored notes could not be read, and there is no room to set them aside. New notes only last until you leave this page, so copy them.',
  future:
    'Your notes were stored by a newer version of this site. Reload the page to use them; until then, notes are not stored.',
} as const satisfies Record<StateError, string>;
