import { keepNewest } from '#lib/dated-entries.ts';

/**
 * A text that the reader wrote, and when, in milliseconds since 1970. An empty text stands for a deleted one, so that
 * neither another tab nor an old file brings it back.
 */
export interface Item {
  readonly text: string;
  readonly at: number;
}

/**
 * Everything that a reader wrote. The key of a note is its topic's id, or `question:` and the id of a question that they
 * answered, and its text is the note; the key of a link is the topic's id, a space and the address, and its text is the
 * title. Ids of topics and questions that no longer exist are kept.
 */
export type Notes = ReadonlyMap<string, Item>;

/** A link that the reader keeps with a topic. */
export interface OwnLink {
  readonly address: string;
  readonly title: string;
}

/** What a reader keeps with one topic. */
export interface TopicNotes {
  readonly topic: string;
  /** Empty where there are only links. */
  readonly note: string;
  readonly links: readonly OwnLink[];
  /** When any of it was last changed, in milliseconds since 1970. */
  readonly at: number;
}

/** The most characters of a note, of a link's title and of its address. */
export const maxOf = { note: 20_000, title: 200, address: 2000 } as const;

/** The most characters of a note that can be read: it may hold the merged texts of several tabs. */
export const longestNote = 5 * maxOf.note;

/** The line between two versions of a note that were written at the same time. */
const betweenTexts = '\n\n---\n\n';

/** Keeps both versions of a note that was changed in two tabs at once. What `mine` shares with `theirs` isn't repeated. */
export function joinTexts(theirs: string, mine: string): string {
  const known = theirs.split(betweenTexts);
  const more = mine.split(betweenTexts).filter((part) => !known.includes(part));
  return [theirs, ...more]
    .filter((part) => part.trim() !== '')
    .join(betweenTexts)
    .slice(-longestNote);
}

/** The key of a topic's link. Addresses never contain spaces. */
export function linkKey(topic: string, address: string): string {
  return `${topic} ${address}`;
}

/** Splits a key into its topic and, for a link, its address. */
export function partsOf(key: string): { readonly topic: string; readonly address: string | undefined } {
  const end = key.indexOf(' ');
  return end < 0 ? { topic: key, address: undefined } : { topic: key.slice(0, end), address: key.slice(end + 1) };
}

const ofQuestion = 'question:';

/** The key of the reader's own answer to a question. */
export const answerKey = (question: string) => `${ofQuestion}${question}`;

/** The question that such a key belongs to; undefined for a topic's id. */
export const questionOf = (key: string) => (key.startsWith(ofQuestion) ? key.slice(ofQuestion.length) : undefined);

/** Writes a text, or deletes it when it is empty. The time of a key never goes backwards, whatever the clock says. */
export function withText(notes: Notes, key: string, { text, at }: Item): Notes {
  return new Map(notes).set(key, { text, at: Math.max(at, (notes.get(key)?.at ?? -1) + 1) });
}

/** Merges two sets of notes item by item. The newer text wins; of two from the same moment, the one that sorts last. */
export function mergeNotes(a: Notes, b: Notes): Notes {
  return keepNewest([...a, ...b], isGreater);
}

/** Moves notes and links from former topic ids to the current ones. */
export function renameNotes(notes: Notes, renames: ReadonlyMap<string, string>): Notes {
  const rename = (key: string) => {
    const { topic, address } = partsOf(key);
    const present = renames.get(topic) ?? topic;
    return address === undefined ? present : linkKey(present, address);
  };
  return keepNewest(
    [...notes].map(([key, item]) => [rename(key), item]),
    isGreater,
  );
}

const isGreater = (item: Item, other: Item) => item.text > other.text;

/** The notes and links of each topic, the latest change first. Deleted texts are left out. */
export function byTopic(notes: Notes): readonly TopicNotes[] {
  const present = [...notes].filter(([, { text }]) => text !== '');
  const groups = Map.groupBy(present, ([key]) => partsOf(key).topic);
  return [...groups]
    .map(([topic, items]) => ({
      topic,
      note: notes.get(topic)?.text ?? '',
      links: items
        .flatMap(([key, { text }]) => {
          const { address } = partsOf(key);
          return address === undefined ? [] : [{ address, title: text }];
        })
        .toSorted((a, b) => (a.title < b.title ? -1 : 1)),
      at: items.reduce((latest, [, { at }]) => Math.max(latest, at), 0),
    }))
    .toSorted((a, b) => b.at - a.at || (a.topic < b.topic ? -1 : 1));
}

/** The notes and links of one topic. */
export function notesOf(notes: Notes, topic: string): TopicNotes {
  const own = [...notes].filter(([key]) => partsOf(key).topic === topic);
  return byTopic(new Map(own))[0] ?? { topic, note: '', links: [], at: 0 };
}
