import type { Entry, PublishedTopic } from '#domain/corpus.ts';
import { getCurriculum, type LineRef, type PageRef, type TopicRef, toPageRef } from './curriculum.ts';

/** A line that stops at a topic, with the stop that follows on it. */
export interface LineHere {
  readonly line: LineRef;
  readonly next: TopicRef | undefined;
}

/** Everything that the page of a topic shows, besides its body. */
export interface TopicPage {
  readonly id: string;
  readonly data: PublishedTopic;
  readonly ref: TopicRef;
  readonly area: string;
  readonly before: readonly { readonly topic: TopicRef; readonly why: string }[];
  readonly after: readonly TopicRef[];
  readonly related: readonly TopicRef[];
  readonly lines: readonly LineHere[];
  readonly roles: readonly PageRef[];
  readonly questions: readonly PageRef[];
  readonly projects: readonly PageRef[];
  readonly sources: readonly string[];
  readonly headings: readonly string[];
}

/** The pages of all published topics. */
export function topicPages(): readonly TopicPage[] {
  return getCurriculum().corpus.topic.flatMap((entry) => (isPublished(entry) ? [toPage(entry)] : []));
}

type PublishedEntry = Entry<'topic'> & { readonly data: PublishedTopic };

function isPublished(entry: Entry<'topic'>): entry is PublishedEntry {
  return entry.data.status === 'published';
}

function toPage({ id, data, body }: PublishedEntry): TopicPage {
  const { corpus, topic, linesAt, unlockedBy, areaTitle, sourceName } = getCurriculum();
  return {
    id,
    data,
    ref: topic(id),
    area: areaTitle(data.area),
    before: data.prerequisites.map(({ topic: needed, why }) => ({ topic: topic(needed), why })),
    after: unlockedBy(id),
    related: data.related.map(topic),
    lines: linesAt(id).map((line) => ({ line, next: nextStop(line.id, id) })),
    roles: corpus.role.filter((role) => namesTopic(role, id)).map(toPageRef),
    questions: corpus.question.filter((question) => question.data.topics.includes(id)).map(toPageRef),
    projects: corpus.project.filter((project) => project.data.topics.includes(id)).map(toPageRef),
    sources: data.sources.map(sourceName),
    headings: body.headings.filter(({ depth }) => depth === 2).map(({ text }) => text),
  };
}

function nextStop(lineId: string, topicId: string): TopicRef | undefined {
  const { corpus, topic } = getCurriculum();
  const roadmap = corpus.roadmap.find(({ id }) => id === lineId);
  const stops = [...new Set(roadmap?.data.phases.flatMap((phase) => phase.stops.map((stop) => stop.topic)))];
  const next = stops[stops.indexOf(topicId) + 1];
  return next === undefined ? undefined : topic(next);
}

function namesTopic({ data }: Entry<'role'>, id: string): boolean {
  const { core, advanced, other } = data.skills;
  const inSkills = [...core, ...advanced, ...other].some((skill) => skill.topics.includes(id));
  return (
    inSkills ||
    data.matrix.some((row) => [row.junior, row.mid, row.senior, row.staff].some((cell) => cell.topics.includes(id)))
  );
}
