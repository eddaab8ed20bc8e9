import { getContent, type TopicRef } from './site-content.ts';

/** A heading of an index with the topics below it. */
export interface TopicGroup {
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  readonly topics: readonly TopicRef[];
}

/** Topics by first letter. Titles that begin with a digit or sign stand under "#". */
export function topicsByLetter(): readonly TopicGroup[] {
  const letterOf = ({ title }: TopicRef) => (/^[A-Za-z]/u.test(title) ? title.charAt(0).toUpperCase() : '#');
  const groups = Map.groupBy(topicsByTitle(), letterOf);
  return [...groups]
    .toSorted(([a], [b]) => a.localeCompare(b))
    .map(([letter, topics]) => ({
      id: `letter-${letter === '#' ? 'other' : letter.toLowerCase()}`,
      title: letter,
      summary: '',
      topics,
    }));
}

/** Topics by area, in the order of content/areas.yaml; areas without one are left out. */
export function topicsByArea(): readonly TopicGroup[] {
  const { corpus } = getContent();
  const areaOf = new Map(corpus.topic.map(({ id, data }) => [id, data.area]));
  return corpus.areas
    .map(({ id, title, summary }) => ({
      id,
      title,
      summary,
      topics: topicsByTitle().filter((topic) => areaOf.get(topic.id) === id),
    }))
    .filter(({ topics }) => topics.length > 0);
}

function topicsByTitle(): TopicRef[] {
  const { corpus, topic } = getContent();
  return corpus.topic.map(({ id }) => topic(id)).toSorted((a, b) => a.title.localeCompare(b.title, 'en'));
}
