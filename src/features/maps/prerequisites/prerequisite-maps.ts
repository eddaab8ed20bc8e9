import { ancestorsIn } from '#content/graph.ts';
import { memoize } from '#content/views/memoize.ts';
import type { RoadmapPage } from '#content/views/roadmap-page.ts';
import { getContent, graphOf } from '#content/views/site-content.ts';
import { chooseNeighborhood, immediateEdges, type MapEdge, topicsOfLine, topologicalOrder } from './choose-topics.ts';
import { drawMap } from './draw-map.ts';

/** A drawing with the prerequisites that are drawn, and the topics of the drawing in its order. */
export type PrerequisiteMap = ReturnType<typeof toMap>;

/** A topic of a map, drawn and in words. */
export type MapEntry = PrerequisiteMap['entries'][number];

/** The map of a line: its stops, and their immediate prerequisites from elsewhere. */
export function mapOfLine({ stopIds }: RoadmapPage): PrerequisiteMap {
  const ids = topicsOfLine(stopIds, relations());
  return toMap({ ids, edges: immediateEdges(ids, relations().ancestorsOf), line: new Set(stopIds) });
}

/** The small map around a topic, and how many topics that it opens aren't on it. Undefined for a topic without neighbors. */
export function mapOfTopic(id: string): (PrerequisiteMap & { readonly left: number }) | undefined {
  const { linesAt, unlockedBy } = getContent();
  const opens = unlockedBy(id)
    .map((topic) => topic.id)
    .toSorted((a, b) => linesAt(b).length - linesAt(a).length);
  const { ids, edges, left } = chooseNeighborhood({ id, opens, ...relations() });
  return ids.length > 1 ? { ...toMap({ ids, edges }), left } : undefined;
}

const relations = memoize(({ corpus }) => {
  const reasons = new Map(corpus.topic.map(({ id, data }) => [id, data.prerequisites]));
  const reasonsOf = (id: string) => reasons.get(id) ?? [];
  return {
    reasonsOf,
    prerequisitesOf: (id: string) => reasonsOf(id).map(({ topic }) => topic),
    ancestorsOf: ancestorsIn(graphOf(corpus)),
  };
});

interface MapTopics {
  readonly ids: readonly string[];
  readonly edges: readonly MapEdge[];
  /** The stops of a line, which also name prerequisites that the map leaves out. */
  readonly line?: ReadonlySet<string>;
}

function toMap({ ids, edges, line }: MapTopics) {
  const { topic } = getContent();
  const { reasonsOf, ancestorsOf } = relations();
  const drawing = drawMap(topologicalOrder(ids, ancestorsOf).map(topic), edges);
  const entries = drawing.stops.map((stop) => {
    const { id } = stop;
    const named = reasonsOf(id).filter((reason) => ids.includes(reason.topic) || line?.has(id));
    const above = edges.filter(({ to }) => to === id).map(({ from }) => from);
    return {
      topic: topic(id),
      stop,
      /** Whether the line calls there; always true on the map of a topic. */
      isOnLine: line?.has(id) ?? true,
      needs: named.map((reason) => ({ topic: topic(reason.topic), why: reason.why })),
      /** Topics drawn above it that it needs through topics that the map doesn't show. */
      further: above.filter((from) => named.every((reason) => reason.topic !== from)).map(topic),
    };
  });
  return { drawing, edges, entries };
}
