import { getContent, type TopicRef } from './site-content.ts';

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
