import type { Slot } from './rewrite.ts';

/** How running text writes the names that have no sign in their key. */
const written: ReadonlyMap<string, string> = new Map([
  ['csharp', 'c#'],
  ['fsharp', 'f#'],
  ['cplusplus', 'c++'],
  ['dotnet', 'net'],
  ['aspnet', 'aspnet'],
  ['nplus1', 'n+1'],
  ['bplustree', 'b+ tree'],
  ['btree', 'b-tree'],
]);

/** Every word costs a part of the index, and few pages have more of them in one passage. */
const mostWords = 4;

/** A query in the words of running text, for the full-text tier, which wants every word of it: the longest say most. */
export function fullTextWords(slots: readonly Slot[]): readonly string[] {
  const words = slots.flatMap(({ same, typed }) => same[0] ?? [typed]).map((word) => written.get(word) ?? word);
  const telling = words.filter((word) => word.length > 1);
  const kept = (telling.length > 0 ? telling : words).toSorted((a, b) => b.length - a.length).slice(0, mostWords);
  return words.filter((word) => kept.includes(word));
}
