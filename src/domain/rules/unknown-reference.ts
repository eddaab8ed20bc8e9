import { type Corpus, entriesOf, folders, type Kind } from '#domain/corpus.ts';
import { nearest } from '#domain/issue.ts';
import { type FrontReference, referencesOf } from '#domain/references.ts';
import { fieldIssue, type Rule, resourceIssue } from './rule.ts';

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
    const inResources = corpus.resources.flatMap((resource) =>
      resource.sources
        .filter((id) => !known.source.has(id))
        .map((id) => resourceIssue(resource, 'sources', tell('source', id))),
    );
    return [...inPages, ...inResources];
  },
};

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
