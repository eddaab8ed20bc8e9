import { keepNewest } from '#lib/dated-entries.ts';

/**
 * A text of the reader's own and when it was written, in milliseconds since 1970. The empty text stands for one that was
 * deleted, so that neither another tab nor an old file brings it back.
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
  /** The last change of what is there, in milliseconds since 1970. */
  readonly at: number;
}

/** The most characters of a note, of a link's title and of its address. */
export const maxOf = { note: 20_000, title: 200, address: 2000 } as const;

/** The most characters of a note that is read: the texts of several tabs may have been joined in it. */
export const longestNote = 5 * maxOf.note;

/** The line between two texts of one note that were written at the same time. */
const betweenTexts = '\n\n---\n\n';

/** Both texts of a note that was changed in two places at the same time. A part of `mine` that is in `theirs` is not repeated. */
export function joinTexts(theirs: string, mine: string): string {
  const known = theirs.split(betweenTexts);
  const more = mine.split(betweenTexts).filter((part) => !known.includes(part));
  return [theirs, ...more]
    .filter((part) => part.trim() !== '')
    .join(betweenTexts)
    .slice(-longestNote);
}

/** The key of a topic's link. Addresses have no space in them. */
export function linkKey(topic: string, address: string): string {
  return `${topic} ${address}`;
}

/** The topic of a key, and the address where it is the key of a link. */
export function partsOf(key: string): { readonly topic: string; readonly address: string | undefined } {
  const end = key.indexOf(' ');
  return end < 0 ? { topic: key, address: undefined } : { topic: key.slice(0, end), address: key.slice(end + 1) };
}

const ofQuestion = 'question:';

/** The key of the reader's own answer to a question. */
export const answerKey = (question: string) => `${ofQuestion}${question}`;

/** The question of such a key; undefined for the id of a topic. */
export const questionOf = (key: string) => (key.startsWith(ofQuestion) ? key.slice(ofQuestion.length) : undefined);

/** Notes with one text written, or deleted when it is empty. Time never runs backwards on a key, whatever the clock says. */
export function withText(notes: Notes, key: string, { text, at }: Item): Notes {
  return new Map(notes).set(key, { text, at: Math.max(at, (notes.get(key)?.at ?? -1) + 1) });
}

/** Joins two sets of notes item by item; the newer text wins, and of two of the same moment the greater. */
export function mergeNotes(a: Notes, b: Notes): Notes {
  return keepNewest([...a, ...b], isGreater);
}

/** Moves notes and links of former topic ids to the present ones. */
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

/** What is kept with each topic, the latest change first. Deleted texts are left out. */
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

/** What is kept with one topic. */
export function notesOf(notes: Notes, topic: string): TopicNotes {
  const own = [...notes].filter(([key]) => partsOf(key).topic === topic);
  return byTopic(new Map(own))[0] ?? { topic, note: '', links: [], at: 0 };
}
