import type { Corpus } from '#content/corpus.ts';
import { type Level, levels } from '#content/level.ts';
import type { PlacedTopic } from '#features/practice/placement.ts';
import type { Random } from '../../support/random.ts';

/** A written topic with what decides who learns it. */
interface LearnedTopic extends PlacedTopic {
  readonly area: string;
  readonly level: Level;
}

/** The written topics of the site. */
export function writtenTopics({ topic }: Corpus): readonly LearnedTopic[] {
  return topic.flatMap(({ id, data }) =>
    data.status === 'published'
      ? [{ id, area: data.area, level: data.level, prerequisites: data.prerequisites.map((edge) => edge.topic) }]
      : [],
  );
}

export type Kind = 'traveller' | 'specialist' | 'collector';

/** A person who learned in some way, and what they know: what they learned with all that it needs, a few things forgotten. */
export function simulateLearner(
  kind: Kind,
  { corpus, random }: { corpus: Corpus; random: Random },
): ReadonlySet<string> {
  const topics = writtenTopics(corpus);
  const byId = new Map(topics.map((topic) => [topic.id, topic]));
  const known = new Set<string>();
  const learn = (id: string): void => {
    if (known.has(id) || !byId.has(id)) return;
    known.add(id);
    for (const prerequisite of byId.get(id)?.prerequisites ?? []) learn(prerequisite);
  };
  for (const id of learned(kind, { corpus, topics, random })) learn(id);
  return new Set([...known].filter(() => !random.chance(0.03)));
}

function learned(
  kind: Kind,
  { corpus, topics, random }: { corpus: Corpus; topics: readonly LearnedTopic[]; random: Random },
): readonly string[] {
  if (kind === 'traveller') {
    // Went along one to three lines, each to some stop.
    return Array.from({ length: random.whole(1, 3) }, () => {
      const stops = random.pick(corpus.roadmap).data.phases.flatMap((phase) => phase.stops.map(({ topic }) => topic));
      return stops.slice(0, random.whole(0, stops.length));
    }).flat();
  }
  if (kind === 'specialist') {
    // Works in two to five areas, in each up to a level, and left out some topics there.
    const names = [...new Set(topics.map(({ area }) => area))];
    const areas = new Map(Array.from({ length: random.whole(2, 5) }, () => [random.pick(names), random.whole(0, 3)]));
    return topics
      .filter(({ area, level }) => levels.indexOf(level) <= (areas.get(area) ?? -1) && random.chance(0.85))
      .map(({ id }) => id);
  }
  // Picked up single topics here and there.
  return Array.from({ length: random.whole(0, 40) }, () => random.pick(topics).id);
}
