import { foldText } from '#lib/text/text.ts';
import type { TopicNotes } from './notes.ts';

/** Notes of a topic with everything that they are found by. */
export interface SearchableNotes extends TopicNotes {
  readonly title: string;
  readonly folded: string;
}

/** Prepares notes for searching: by the topic's title, the note, and the titles and addresses of links. */
export function searchable(notes: readonly TopicNotes[], titleOf: (topic: string) => string): SearchableNotes[] {
  return notes.map((own) => {
    const title = titleOf(own.topic);
    const texts = [title, own.note, ...own.links.flatMap((link) => [link.title, link.address])];
    return { ...own, title, folded: foldText(texts.join('\n')) };
  });
}

/** Notes that contain every word of a query, in any place and in any spelling that search takes for the same. */
export function findNotes(notes: readonly SearchableNotes[], query: string): readonly SearchableNotes[] {
  const words = foldText(query.slice(0, 200)).split(/\s+/u).filter(Boolean);
  return notes.filter(({ folded }) => words.every((word) => folded.includes(word)));
}
