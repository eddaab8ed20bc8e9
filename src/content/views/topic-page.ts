import type { Entry, Topic } from '../corpus.ts';
import { readingMinutes } from '../prose.ts';
import { memoize } from './memoize.ts';
import { placesOf, type RoadmapPlace } from './roadmap-places.ts';
import { getContent, type PageRef, studyHours, type TopicRef, toPageRef } from './site-content.ts';

/** Everything that the page of a topic shows, besides its body. */
export interface TopicPage {
  readonly id: string;
  readonly data: Topic;
  readonly area: string;
  /** Minutes to read it once. */
  readonly minutes: number;
  /** Hours of study, reading and practice. */
  readonly hours: number;
  readonly before: readonly { readonly topic: TopicRef; readonly why: string }[];
  readonly after: readonly TopicRef[];
  readonly related: readonly TopicRef[];
  /** The roadmaps that it is on, the one to follow by default first. */
  readonly places: readonly RoadmapPlace[];
  readonly roles: readonly PageRef[];
  readonly questions: readonly PageRef[];
  readonly projects: readonly PageRef[];
  /** Files of its example project, by path; empty when it has none. */
  readonly example: ReadonlyMap<string, string>;
}

/** The pages of all topics. */
export const topicPages = memoize(({ corpus }): readonly TopicPage[] => corpus.topic.map(toPage));

function toPage({ id, data, body, example }: Entry<'topic'>): TopicPage {
  const { corpus, topic, unlockedBy, areaTitle } = getContent();
  return {
    id,
    data,
    area: areaTitle(data.area),
    minutes: readingMinutes(body),
    hours: studyHours({ body, data }),
    before: data.prerequisites.map(({ topic: needed, why }) => ({ topic: topic(needed), why })),
    after: unlockedBy(id),
    related: data.related.map(topic),
    places: placesOf(id),
    roles: corpus.role.filter((role) => namesTopic(role, id)).map(toPageRef),
    questions: corpus.question.filter((question) => question.data.topics.includes(id)).map(toPageRef),
    projects: corpus.project.filter((project) => project.data.topics.includes(id)).map(toPageRef),
    example,
  };
}

function namesTopic({ data }: Entry<'role'>, id: string): boolean {
  const { core, advanced, other } = data.skills;
  const inSkills = [...core, ...advanced, ...other].some((skill) => skill.topics.includes(id));
  return (
    inSkills ||
    data.matrix.some((row) => [row.junior, row.mid, row.senior, row.staff].some((cell) => cell.topics.includes(id)))
  );
}
