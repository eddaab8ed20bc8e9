/** A change of a source: its characters from start to end are replaced. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** A solution with one mistake put in. */
export interface Mutant {
  readonly code: string;
  /** The lines that it changes, as one, before and after. They name the mutant in equal.tsv. */
  readonly was: string;
  readonly is: string;
}

const oneLine = (text: string) => text.replaceAll(/\s+/gu, ' ').trim();

/** Each edit makes one mutant; those that change the same line in the same way are one. */
export function mutantsOf(code: string, edits: readonly Edit[]): Mutant[] {
  const mutants = new Map<string, Mutant>();
  for (const { start, end, text } of edits.toSorted((a, b) => a.start - b.start || a.end - b.end)) {
    const mutated = code.slice(0, start) + text + code.slice(end);
    const key = changeOf(code.split('\n'), mutated.split('\n'));
    if (key.was !== key.is && !mutants.has(keyOf(key))) mutants.set(keyOf(key), { code: mutated, ...key });
  }
  return [...mutants.values()];
}

export const keyOf = ({ was, is }: Pick<Mutant, 'was' | 'is'>) => `${was}\t${is}`;

/** The lines that differ. */
function changeOf(before: string[], after: string[]): Pick<Mutant, 'was' | 'is'> {
  const shorter = Math.min(before.length, after.length) - 1;
  let start = 0;
  while (start < shorter && before[start] === after[start]) start += 1;
  let end = 0;
  while (end < shorter - start && before.at(-1 - end) === after.at(-1 - end)) end += 1;
  const lines = (all: string[]) => oneLine(all.slice(start, all.length - end).join(' '));
  return { was: lines(before), is: lines(after) };
}

/** At most this many items of a list, from all its parts. */
export function spread<Item>(items: readonly Item[], max: number): readonly Item[] {
  return items.filter((_, at) => Math.floor((at * max) / items.length) !== Math.floor(((at - 1) * max) / items.length));
}

/** `< <=  min max` stands for two words, each followed by what replaces it. */
export function readSlips(text: string): ReadonlyMap<string, string> {
  return new Map(
    text
      .trim()
      .split(/\s{2,}/u)
      .map((pair) => pair.split(/ (.*)/u).slice(0, 2) as [string, string]),
  );
}

/** Another text of the same kind: `3 days` becomes `4 days`, `GET` becomes `GETx`. Sentences may be worded freely. */
export function altered(text: string): string {
  if (/ .*\.$/u.test(text)) return text;
  const at = text.search(/\d\D*$/u);
  return at < 0 ? `${text}x` : text.slice(0, at) + ((Number(text[at]) + 1) % 10) + text.slice(at + 1);
}
