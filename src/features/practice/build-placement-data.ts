import type { Corpus } from '#content/corpus.ts';
import { ancestorsIn } from '#content/graph.ts';
import { levels } from '#content/level.ts';
import { addressOf } from '#content/url.ts';
import { memoize } from '#content/views/memoize.ts';
import { waysThrough } from '#content/ways.ts';
import type { PlacementData } from './placement.ts';

/** What the placement asks, and the ways along which readers learn. */
export const placementData = memoize(({ corpus }): PlacementData => {
  const topics = corpus.topic.map(({ id, data }) => ({
    id,
    title: data.title,
    address: addressOf('topic', id),
    ask: askFor(data.outcomes[0]?.text ?? data.title),
    prerequisites: data.prerequisites.map((edge) => edge.topic),
  }));
  const places = new Map(topics.map(({ id }, place) => [id, place]));
  return { topics, ways: learningWays(corpus).map((way) => way.flatMap((id) => places.get(id) ?? [])) };
});

/** An outcome as a question: "Read a plan with EXPLAIN" as "Could you read a plan with EXPLAIN?" */
export function askFor(outcome: string): string {
  return `Could you ${outcome.charAt(0).toLowerCase()}${outcome.slice(1).replace(/[.?!]$/u, '')}?`;
}

/** Orders in which people learn topics: the stops of every line, and the topics of every area from easy to hard. */
export function learningWays({ roadmap, topic }: Corpus): readonly (readonly string[])[] {
  const lines = roadmap.map(({ data }) => waysThrough(data)[0]?.stops.map(({ stop }) => stop.topic) ?? []);
  const nodes = topic.map(({ id, data }) => ({
    id,
    area: data.area,
    level: levels.indexOf(data.level),
    prerequisites: data.prerequisites.map((edge) => edge.topic),
  }));
  const before = ancestorsIn(nodes);
  const sorted = nodes
    .map((entry) => ({ ...entry, height: before(entry.id).size }))
    .toSorted((a, b) => a.level - b.level || a.height - b.height || (a.id < b.id ? -1 : 1));
  const areas = [...Map.groupBy(sorted, ({ area }) => area).values()].map((list) => list.map(({ id }) => id));
  return [...lines, ...areas];
}
