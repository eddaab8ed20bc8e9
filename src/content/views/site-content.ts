import type { Corpus, Entry, Roadmap } from '../corpus.ts';
import { ancestorsIn, dependents, type GraphNode } from '../graph.ts';
import { loadContent } from '../load.ts';
import { readingMinutes } from '../prose.ts';
import { sharedCorpus } from '../shared-corpus.ts';
import { addressOf } from '../url.ts';
import { placedStops } from '../ways.ts';

/** The content with its relations turned both ways. */
export type Curriculum = ReturnType<typeof relate>;

/** A source document, as pages name it beside a figure. */
export type SourceRef = Readonly<ReturnType<Curriculum['sourceRef']>>;

let loaded: { readonly corpus: Corpus | undefined; readonly content: Curriculum } | undefined;

/** The content of the site, as the check has read it; in the development server, new after a change. */
export function getContent(): Curriculum {
  const corpus = sharedCorpus();
  if (loaded && loaded.corpus === corpus) return loaded.content;
  loaded = { corpus, content: relate(corpus ?? loadContent(process.cwd()).corpus) };
  return loaded.content;
}

const kindOrder = { main: 0, language: 1, framework: 2, skill: 3, level: 4 } as const satisfies Record<
  Roadmap['kind'],
  number
>;

function relate(corpus: Corpus) {
  const topics = new Map(corpus.topic.map((entry) => [entry.id, toTopicRef(entry)]));
  const inOrder = corpus.roadmap.toSorted(
    (a, b) => kindOrder[a.data.kind] - kindOrder[b.data.kind] || a.id.localeCompare(b.id),
  );
  const lines = new Map(inOrder.map((entry) => [entry.id, toLineRef(entry)]));
  const lineIds = new Map<string, Set<string>>();
  for (const { id, data } of inOrder) {
    for (const { stop } of placedStops(data)) lineIds.set(stop.topic, (lineIds.get(stop.topic) ?? new Set()).add(id));
  }
  const graph = graphOf(corpus);
  const unlocks = dependents(graph);
  const ancestorsOf = ancestorsIn(graph);
  const descendantsOf = ancestorsIn([...unlocks].map(([id, prerequisites]) => ({ id, prerequisites })));
  const sources = new Map(
    corpus.sources.map(({ id, title, year }) => [id, { title, year: year ?? undefined, address: `/sources/${id}/` }]),
  );
  const areas = new Map(corpus.areas.map(({ id, title }) => [id, title]));
  const topic = (id: string) => get(topics, id);
  const line = (id: string) => get(lines, id);
  return {
    corpus: { ...corpus, roadmap: inOrder },
    topic,
    line,
    /** Roadmaps that stop at a topic, in the order of the network. */
    linesAt: (id: string) => [...(lineIds.get(id) ?? [])].map(line),
    /** Topics that name this one as a prerequisite. */
    unlockedBy: (id: string) => (unlocks.get(id) ?? []).map(topic),
    /** Topics that have to be known before a topic, and topics that it has to be known for, directly or not. */
    around: (id: string) => ({ before: ancestorsOf(id), after: descendantsOf(id) }),
    sourceRef: (id: string) => get(sources, id),
    areaTitle: (id: string) => get(areas, id),
  };
}

/** The graph of topics. */
export function graphOf(corpus: Corpus): readonly GraphNode[] {
  return corpus.topic.map(({ id, data }) => ({
    id,
    prerequisites: data.prerequisites.map((edge) => edge.topic),
  }));
}

function get<T>(map: ReadonlyMap<string, T>, id: string): T {
  const value = map.get(id);
  if (value === undefined) throw new Error(`"${id}" is not in content/. Run \`npm run check:content\`.`);
  return value;
}

/** A topic as other pages show it. */
export type TopicRef = Readonly<ReturnType<typeof toTopicRef>>;

function toTopicRef({ id, data, body }: Entry<'topic'>) {
  const { title, summary, level } = data;
  const minutes = readingMinutes(body);
  // Of study, reading and practice, in whole half hours.
  const hours = Math.max(0.5, Math.round((data.hours.practice + minutes / 60) * 2) / 2);
  return { id, title, summary, address: addressOf('topic', id), level, minutes, hours };
}

/** A roadmap as other pages show it. */
export type LineRef = Readonly<ReturnType<typeof toLineRef>>;

function toLineRef({ id, data }: Entry<'roadmap'>) {
  const { title, summary, badge, color } = data;
  return { id, title, summary, badge, color, address: addressOf('roadmap', id) };
}

/** A page of any kind but topic and roadmap, for lists of links. */
export type PageRef = Readonly<ReturnType<typeof toPageRef>>;

export function toPageRef({ id, kind, data }: Entry<'role' | 'question' | 'project' | 'comparison'>) {
  const { title, summary } = data;
  return { id, title, summary, level: 'level' in data ? data.level : undefined, address: addressOf(kind, id) };
}
