import { fileFormat, isId, isMoment, readEntries, writeEntries } from '#lib/stored-file.ts';
import { type Item, longestNote, maxOf, type Notes, partsOf, questionOf } from './notes.ts';
import { isOwnAddress } from './own-address.ts';

/** How notes stand in storage and inside a backup. */
export const notesFormat = fileFormat<Notes>({
  kind: 'wayline-notes',
  write: (notes) => ({ items: writeEntries(notes, ({ text, at }) => [text, at]) }),
  read: ({ items }) => readEntries(items, toItem),
});

function toItem(key: string, raw: unknown): [string, Item][] {
  const { topic, address } = partsOf(key);
  if (!isId(questionOf(topic) ?? topic) || !Array.isArray(raw)) return [];
  const [text, at] = raw as unknown[];
  if (typeof text !== 'string' || text.length > (address === undefined ? longestNote : maxOf.title)) return [];
  if (!isMoment(at)) return [];
  return address === undefined || isOwnAddress(address) ? [[key, { text, at }]] : [];
}
