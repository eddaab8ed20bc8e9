import { addressOf } from '#content/url.ts';
import { memoize } from '#content/views/memoize.ts';
import { askFor, type PlacementData } from './placement-data.ts';
import { learningWays } from './placement-ways.ts';

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
