import type { Entry } from '../corpus.ts';
import { referencesOf } from '../references.ts';
import { type PlacedStop, waysThrough } from '../ways.ts';
import { memoize } from './memoize.ts';
import { getContent, type LineRef, type TopicRef, toPageRef } from './site-content.ts';

/** The pages of all topics. */
export const topicPages = memoize(({ corpus }) => corpus.topic.map(toPage));

/** Everything that the page of a topic shows, besides its body. */
export type TopicPage = ReturnType<typeof toPage>;

function toPage({ id, data, example }: Entry<'topic'>) {
  const { corpus, topic, unlockedBy, areaTitle } = getContent();
  const { minutes, hours } = topic(id);
  return {
    id,
    data,
    area: areaTitle(data.area),
    minutes,
    hours,
    before: data.prerequisites.map(({ topic: needed, why }) => ({ topic: topic(needed), why })),
    after: unlockedBy(id),
    related: data.related.map(topic),
    /** The roadmaps that it is on, the one to follow by default first. */
    places: allPlaces().get(id) ?? [],
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

/** The roadmaps of each topic, in the order of the network; behind them those where it's optional, then those that have it in a branch only. */
const allPlaces = memoize(({ corpus, line }): ReadonlyMap<string, readonly RoadmapPlace[]> => {
  const found = corpus.roadmap.flatMap(({ id, data }) => {
    const steps = waysThrough(data).flatMap(({ stops }) => stops.map((placed, index) => ({ stops, placed, index })));
    // A topic on several branches has its place on the first.
    return [...Map.groupBy(steps, ({ placed }) => placed.stop.topic).values()]
      .flatMap(([first]) => first ?? [])
      .map(({ stops, placed, index }) => ({ placed, place: toPlace(line(id), { stops, index }) }));
  });
  const rank = ({ placed: { branch, stop } }: { placed: PlacedStop }) => (branch ? 2 : stop.need === 'could' ? 1 : 0);
  const neededFirst = found.toSorted((a, b) => rank(a) - rank(b));
  const byTopic = Map.groupBy(neededFirst, ({ placed }) => placed.stop.topic);
  return new Map([...byTopic].map(([id, list]) => [id, list.map(({ place }) => place)]));
});

/** A topic as a stage of one roadmap. */
export type RoadmapPlace = ReturnType<typeof toPlace>;

function toPlace(line: LineRef, { stops, index }: { stops: readonly PlacedStop[]; index: number }) {
  const { topic } = getContent();
  const refOf = (placed: PlacedStop | undefined) => placed && topic(placed.stop.topic);
  const later = stops.slice(index + 1);
  return {
    line,
    phase: (stops[index] as PlacedStop).phase,
    /** Its place among the topics of the roadmap, counted from 1. */
    position: index + 1,
    total: stops.length,
    previous: refOf(stops[index - 1]),
    /** The next topic that the roadmap needs; the one behind this where all that follow are recommended. */
    next: refOf(later.find(({ stop }) => stop.need === 'must') ?? later[0]),
  };
}

/** Topics by first letter. Titles that begin with a digit or sign stand under "#". */
export function topicsByLetter() {
  const letterOf = ({ title }: TopicRef) => (/^[A-Za-z]/u.test(title) ? title.charAt(0).toUpperCase() : '#');
  const groups = Map.groupBy(topicsByTitle(), letterOf);
  return [...groups]
    .toSorted(([a], [b]) => a.localeCompare(b))
    .map(([letter, topics]) => ({
      id: `letter-${letter === '#' ? 'other' : letter.toLowerCase()}`,
      title: letter,
      topics,
    }));
}

/** Topics by area, in the order of content/areas.yaml; areas without one are left out. */
export function topicsByArea() {
  const { corpus } = getContent();
  const areaOf = new Map(corpus.topic.map(({ id, data }) => [id, data.area]));
  return corpus.areas
    .map((area) => ({ ...area, topics: topicsByTitle().filter(({ id }) => areaOf.get(id) === area.id) }))
    .filter(({ topics }) => topics.length > 0);
}

function topicsByTitle(): TopicRef[] {
  const { corpus, topic } = getContent();
  return corpus.topic.map(({ id }) => topic(id)).toSorted((a, b) => a.title.localeCompare(b.title, 'en'));
}
