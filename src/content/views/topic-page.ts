import type { Entry } from '../corpus.ts';
import { readingMinutes } from '../prose.ts';
import { referencesOf } from '../references.ts';
import { memoize } from './memoize.ts';
import { placesOf } from './roadmap-places.ts';
import { getContent, studyHours, toPageRef } from './site-content.ts';

/** The pages of all topics. */
export const topicPages = memoize(({ corpus }) => corpus.topic.map(toPage));

/** Everything that the page of a topic shows, besides its body. */
export type TopicPage = ReturnType<typeof toPage>;

function toPage({ id, data, body, example }: Entry<'topic'>) {
  const { corpus, topic, unlockedBy, areaTitle } = getContent();
  return {
    id,
    data,
    area: areaTitle(data.area),
    /** Minutes to read it once. */
    minutes: readingMinutes(body),
    /** Hours of study, reading and practice. */
    hours: studyHours({ body, data }),
    before: data.prerequisites.map(({ topic: needed, why }) => ({ topic: topic(needed), why })),
    after: unlockedBy(id),
    related: data.related.map(topic),
    /** The roadmaps that it is on, the one to follow by default first. */
    places: placesOf(id),
    roles: topicsOfRoles().flatMap(({ role, topics }) => (topics.has(id) ? toPageRef(role) : [])),
    questions: corpus.question.filter((question) => question.data.topics.includes(id)).map(toPageRef),
    projects: corpus.project.filter((project) => project.data.topics.includes(id)).map(toPageRef),
    /** Files of its example project, by path; empty when it has none. */
    example,
  };
}

/** The topics that each role names in its skills and at its levels. */
const topicsOfRoles = memoize(({ corpus }) =>
  corpus.role.map((role) => {
    const topics = referencesOf(role).filter(({ kind }) => kind === 'topic');
    return { role, topics: new Set(topics.map(({ id }) => id)) };
  }),
);
