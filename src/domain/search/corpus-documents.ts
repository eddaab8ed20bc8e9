import { type Corpus, type Entry, entriesOf } from '../corpus.ts';
import { addressOf } from '../href.ts';
import { formatOf } from '../page-format.ts';
import type { SearchDocument, SearchKind } from './document.ts';
import { keyOf } from './text.ts';

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
        summary: data.summary,
        headings: ownHeadings(entry),
        level: 'level' in data ? data.level : '',
        area: 'area' in data ? data.area : areaOfTopics('topics' in data ? data.topics : [], areaOfTopic),
        address: addressOf(kind, id),
      },
    ];
  });
}

/** Headings of a topic's own. Those of pitfalls name a symptom with a picture, which nobody searches for. */
function ownHeadings({ kind, body, ...entry }: Entry): string[] {
  if (kind !== 'topic') return [];
  const fixed = new Set(formatOf({ kind, body, ...entry } as Entry)?.headings);
  const pitfalls = body.headings.findIndex(({ text }) => text === 'Pitfalls');
  const next = body.headings.findIndex(({ depth }, at) => at > pitfalls && depth === 2);
  return body.headings
    .filter(({ depth, text }, at) => depth < 4 && !fixed.has(text) && (at < pitfalls || at >= next))
    .map(({ text }) => text);
}

/** A question or project belongs to the area of its main topic. */
function areaOfTopics(topics: readonly string[], areaOfTopic: ReadonlyMap<string, string>): string {
  return areaOfTopic.get(topics[0] ?? '') ?? '';
}
