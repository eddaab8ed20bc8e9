import { addressOf } from '#domain/href.ts';
import { askFor, type PlacementData } from '#domain/practice/placement-data.ts';
import { learningWays } from '#domain/practice/placement-ways.ts';
import { perCurriculum } from './per-curriculum.ts';
import { isPublished } from './topic-page.ts';

/** What the placement asks, and the ways along which readers learn. */
export const placementData = perCurriculum(({ corpus }): PlacementData => {
  const topics = corpus.topic.filter(isPublished).map(({ id, data }) => ({
    id,
    title: data.title,
    address: addressOf('topic', id),
    ask: askFor(data.outcomes[0] ?? data.title),
    prerequisites: data.prerequisites.map((edge) => edge.topic),
  }));
  const places = new Map(topics.map(({ id }, place) => [id, place]));
  return { topics, ways: learningWays(corpus).map((way) => way.flatMap((id) => places.get(id) ?? [])) };
});
