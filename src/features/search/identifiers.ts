import type { Body } from '#content/corpus.ts';
import { parseQuery } from './query.ts';
import type { ExampleQuery } from './shards.ts';

/** A word of prose or code with the sign in front of it: `--force`, `@Transactional`, `pg_dump`, `ctx.Done`. */
const words = /(?<![\p{L}\p{N}_@$-])(?:[@$]|--?)?\p{L}[\p{L}\p{N}_]*(?:[-_.][\p{L}\p{N}_]+)*/gu;
/** What only names in code have: a sign, a digit, or a capital letter inside. */
const isName = /[a-z][A-Z]|[A-Z]{2}[a-z]|_|^[@$-]|[A-Za-z]\d|[a-z][.-][A-Za-z]/u;
/** The programs that lines of a shell start. */
const commands = /(?<=^(?:\$ )?(?:sudo )?)[a-z][a-z\d-]+(?= )/gmu;

/** A longer name, or one that stands once on the whole site, is mostly one that its author made up. */
const limits = { letters: 40, minUses: 2, pages: 3 };

/** The names in code that no example query has, as queries for the pages that use them most. */
export function identifierQueries(
  pages: readonly { readonly address: string; readonly body: Pick<Body, 'samples' | 'passages'> }[],
  examples: readonly ExampleQuery[],
): readonly ExampleQuery[] {
  const termsOf = (text: string) => parseQuery(text).terms.map(({ term }) => term);
  const known = new Set(examples.flatMap(({ text }) => termsOf(text)));
  const uses = pages.flatMap(({ address, body }) => namesIn(body).map((name) => ({ name, address })));
  return [...Map.groupBy(uses, ({ name }) => name)].flatMap(([text, all]) => {
    if (all.length < limits.minUses || termsOf(text).every((term) => known.has(term))) return [];
    const byPage = [...Map.groupBy(all, ({ address }) => address)].toSorted(([, a], [, b]) => b.length - a.length);
    const best = byPage.filter(([, { length }]) => length * 2 >= (byPage[0]?.[1].length ?? 0)).slice(0, limits.pages);
    return best.map(([address]) => ({ text, addresses: [address] }));
  });
}

function namesIn({ samples, passages }: Pick<Body, 'samples' | 'passages'>): readonly string[] {
  const texts = [...samples.flatMap(({ code, output = '' }) => [code, output]), ...passages.map(({ text }) => text)];
  const names = texts.flatMap((text) => text.match(words) ?? []).filter((word) => isName.test(word));
  const shells = samples.filter(({ language }) => /^(?:bash|console|sh|shell|text)$/u.test(language));
  return [
    ...names.filter(({ length }) => length <= limits.letters),
    ...shells.flatMap(({ code }) => code.match(commands) ?? []),
  ];
}
