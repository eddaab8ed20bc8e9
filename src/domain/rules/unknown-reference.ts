import { type Corpus, entriesOf, kinds } from '#domain/corpus.ts';
import { nearest } from '#domain/issue.ts';
import { type FrontReference, referencesOf } from '#domain/references.ts';
import { fieldIssue, type Rule } from './rule.ts';

export const unknownReference: Rule = {
  code: 'R001',
  title: 'Every id that front matter names exists.',
  check: (corpus) => {
    const known = knownIds(corpus);
    return entriesOf(corpus).flatMap((entry) =>
      referencesOf(entry)
        .filter(({ kind, id }) => !known[kind].has(id))
        .map(({ kind, id, field }) =>
          fieldIssue(entry, field, {
            code: 'R001',
            message: `"${id}" is not a ${kind}.`,
            fix: suggestFix(id, { kind, known: known[kind] }),
          }),
        ),
    );
  },
};

type KnownIds = Readonly<Record<FrontReference['kind'], ReadonlySet<string>>>;

function knownIds(corpus: Corpus): KnownIds {
  const pages = Object.fromEntries(kinds.map((kind) => [kind, new Set(corpus[kind].map(({ id }) => id))]));
  const listed = { area: corpus.areas, source: corpus.sources };
  const lists = Object.fromEntries(Object.entries(listed).map(([kind, list]) => [kind, new Set(list.map(({ id }) => id))]));
  return { ...pages, ...lists } as KnownIds;
}

function suggestFix(id: string, { kind, known }: { kind: string; known: ReadonlySet<string> }): string {
  const suggestion = nearest(id, known);
  return suggestion ? `Did you mean "${suggestion}"?` : `Add the ${kind}, or take it out.`;
}
