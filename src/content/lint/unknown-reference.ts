import { type Corpus, entriesOf, folders, type Kind } from '../corpus.ts';
import { nearest } from '../issue.ts';
import { type FrontReference, referencesOf } from '../references.ts';
import { fieldIssue, type ListName, listIssue, type Rule } from './rule.ts';

export const unknownReference: Rule = {
  code: 'R001',
  title: 'Every id that front matter or a list names exists.',
  check: (corpus) => {
    const known = knownIds(corpus);
    const tell = (kind: Named, id: string) => ({
      code: 'R001',
      message: `"${id}" is not a ${kind}.`,
      fix: suggestFix(id, { kind, known: known[kind] }),
    });
    const inPages = entriesOf(corpus).flatMap((entry) =>
      referencesOf(entry)
        .filter(({ kind, id }) => !known[kind].has(id))
        .map(({ kind, id, field }) => fieldIssue(entry, field, tell(kind, id))),
    );
    const inLists = sourcesInLists(corpus)
      .filter(({ source }) => !known.source.has(source))
      .map(({ source, field, ...entry }) => listIssue(entry, field, tell('source', source)));
    return [...inPages, ...inLists];
  },
};

interface ListedSource {
  readonly list: ListName;
  readonly id: string;
  readonly field: string;
  readonly source: string;
}

function sourcesInLists({ resources, goals, careerFacts }: Corpus): readonly ListedSource[] {
  return [
    ...resources.flatMap(({ id, sources }) =>
      sources.map((source) => ({ list: 'resources' as const, id, field: 'sources', source })),
    ),
    ...goals.flatMap(({ id, phrases }) =>
      phrases.map(({ source }) => ({ list: 'goals' as const, id, field: 'phrases', source })),
    ),
    ...careerFacts.map(({ id, source }) => ({ list: 'career' as const, id, field: 'source', source })),
  ];
}

type Named = FrontReference['kind'];
type KnownIds = Readonly<Record<Named, ReadonlySet<string>>>;

function knownIds(corpus: Corpus): KnownIds {
  const ids = (list: readonly { readonly id: string }[]) => new Set(list.map(({ id }) => id));
  const pages = (kind: Kind) => ids([...corpus[kind], ...corpus.unread.filter((place) => place.kind === kind)]);
  return {
    topic: pages('topic'),
    roadmap: pages('roadmap'),
    role: pages('role'),
    question: pages('question'),
    project: pages('project'),
    comparison: pages('comparison'),
    area: ids(corpus.areas),
    source: ids(corpus.sources),
  };
}

function suggestFix(id: string, { kind, known }: { kind: Named; known: ReadonlySet<string> }): string {
  const suggestion = nearest(id, known);
  const file =
    kind === 'area' || kind === 'source' ? `it to content/${kind}s.yaml` : `content/${folders[kind]}/${id}.mdx`;
  return suggestion ? `Did you mean "${suggestion}"? Change it, or add ${file}.` : `Add ${file}, or take the id out.`;
}
