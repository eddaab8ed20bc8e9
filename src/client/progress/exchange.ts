import { parse } from '#domain/progress/file.ts';
import { changesBy, type Marks, notAfter } from '#domain/progress/progress.ts';
import { decodeShared } from '#domain/progress/share-link.ts';

/** A topic as the progress page lists it. */
export interface ListedTopic {
  readonly id: string;
  readonly number: number;
  readonly title: string;
  readonly address: string;
}

/** What came of reading something from outside: marks where there are any, and words for the reader. */
export interface Reading {
  readonly marks: Marks | undefined;
  readonly words: string;
  /** What the file holds for the practice room, not yet looked at. */
  readonly practice?: unknown;
}

/** What is said of a file that is too large, or that the browser could not read. */
export const unreadable: Reading = {
  marks: undefined,
  words: 'Nothing was imported. The file is too large or could not be read. Your marks are as they were.',
};

/** Reads the text of a file that a reader chose. */
export function readImport(text: string, present: Marks): Reading {
  const parsed = parse(text);
  if (!parsed.ok)
    return { marks: undefined, words: `Nothing was imported. ${parsed.reason} Your marks are as they were.` };
  const marks = notAfter(parsed.marks, Date.now());
  const changed = changesBy(present, marks).length;
  const refused = parsed.refused > 0 ? ` ${parsed.refused} entries could not be read and were left out.` : '';
  return {
    marks,
    practice: parsed.practice,
    words: `Imported: ${changed} of ${marks.size} marks changed something.${refused}`,
  };
}

/** A link carries no times. Its marks count as the oldest, so that adding them never changes a mark of one's own. */
const timeOfSharedMarks = 0;

/** Reads the marks that a link carries in its fragment; undefined when the address has none. */
export function sharedInAddress(fragment: string, topics: readonly ListedTopic[]): Reading | undefined {
  const text = /^#shared=(.*)$/u.exec(fragment)?.[1];
  if (text === undefined) return undefined;
  const marks = decodeShared(text, topics, timeOfSharedMarks);
  if (!marks)
    return {
      marks: undefined,
      words: 'This link is damaged or was cut off: no marks could be read from it. Ask for it again.',
    };
  return {
    marks,
    words:
      marks.size === 0 ? 'The link holds no marks.' : `${marks.size} marked topics. Your own marks are not touched.`,
  };
}
