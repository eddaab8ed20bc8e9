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

/** A query in the words of running text, for the full-text tier, which wants every word of it. */
export function fullTextWords(slots: readonly Slot[]): readonly string[] {
  const words = slots.flatMap(({ same, typed }) => same[0] ?? [typed]).map((word) => written.get(word) ?? word);
  const telling = words.filter((word) => word.length > 1);
  return telling.length > 0 ? telling : words;
}
