import { type Corpus, type Entry, entriesOf, type VisitorSearch } from '#content/corpus.ts';
import { addressOf } from '#content/url.ts';
import { keyOf } from '#lib/text/text.ts';
import type { SearchDocument, SearchKind } from './document.ts';

const kindNames = {
  topic: 'Topic',
  roadmap: 'Roadmap',
  role: 'Role',
  question: 'Question',
  project: 'Project',
  comparison: 'Comparison',
} as const satisfies Record<Entry['kind'], SearchKind>;

/** A search document for every published page of the content. */
export function corpusDocuments(corpus: Corpus): SearchDocument[] {
  const areaOfTopic = new Map(corpus.topic.map(({ id, data }) => [id, data.area]));
  return entriesOf(corpus).flatMap((entry) => {
    const { kind, id, data } = entry;
    if (data.status === 'draft') return [];
    return [
      {
        kind: kindNames[kind],
        title: data.title,
        aliases: data.aliases.filter((alias) => keyOf(alias) !== keyOf(data.title)),
        asks: data.asks,
        // There are hundreds of questions, and the title of one says all of it.
        summary: kind === 'question' ? '' : data.summary,
        level: 'level' in data ? data.level : '',
        area: 'area' in data ? data.area : areaOfTopics('topics' in data ? data.topics : [], areaOfTopic),
        address: addressOf(kind, id),
      },
    ];
  });
}

/** What people type, with the addresses of the pages that they need: as the pages name it, and as visitors typed it. */
export function corpusSearches(corpus: Corpus): readonly Pick<VisitorSearch, 'text' | 'addresses'>[] {
  const own = entriesOf(corpus).flatMap(({ kind, id, data }) =>
    data.searches.map((text) => ({ text, addresses: [addressOf(kind, id)] })),
  );
  return [...own, ...corpus.searches];
}

/** A question or project belongs to the area of its main topic. */
function areaOfTopics(topics: readonly string[], areaOfTopic: ReadonlyMap<string, string>): string {
  return areaOfTopic.get(topics[0] ?? '') ?? '';
}
