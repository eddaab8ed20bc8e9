import type { Corpus } from '#content/corpus.ts';
import { ancestorsIn } from '#content/graph.ts';
import { levels } from '#content/level.ts';
import { waysThrough } from '#content/ways.ts';

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
