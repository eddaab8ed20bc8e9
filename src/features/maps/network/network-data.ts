import { roadmapPages } from '#content/views/roadmap-page.ts';
import { getCurriculum } from '#content/views/site-content.ts';

const interchanges = 40;

/** The lines and topics that the network map is drawn from. */
export function networkInput() {
  const { corpus } = getCurriculum();
  const lines = roadmapPages()
    .filter(({ data }) => data.kind !== 'level')
    .map(({ id, line, stopIds }) => ({ id, title: line.title, badge: line.badge, color: line.color, stops: stopIds }));
  const topics = corpus.topic.map(({ id, data }) => ({
    id,
    title: data.title,
    published: data.status === 'published',
  }));
  return { lines, topics, limits: { interchanges } };
}
