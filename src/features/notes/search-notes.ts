import { foldText } from '#lib/text/text.ts';
import type { TopicNotes } from './notes.ts';

/** The notes of a topic with the text that a search looks at. */
export interface SearchableNotes extends TopicNotes {
  readonly title: string;
  readonly folded: string;
}

/** Prepares notes for a search through topic titles, notes, and the titles and addresses of links. */
export function searchable(notes: readonly TopicNotes[], titleOf: (topic: string) => string): SearchableNotes[] {
  return notes.map((own) => {
    const title = titleOf(own.topic);
    const texts = [title, own.note, ...own.links.flatMap((link) => [link.title, link.address])];
    return { ...own, title, folded: foldText(texts.join('\n')) };
  });
}

/** Finds the notes that contain every word of a query, ignoring case and accents. */
export function findNotes(notes: readonly SearchableNotes[], query: string): readonly SearchableNotes[] {
  const words = foldText(query.slice(0, 200)).split(/\s+/u).filter(Boolean);
  return notes.filter(({ folded }) => words.every((word) => folded.includes(word)));
}
