import { anchorOf } from '#content/anchor.ts';
import type { Entry } from '#content/corpus.ts';
import { frequencies } from '#content/frequency.ts';
import { levels } from '#content/level.ts';
import { addressOf } from '#content/url.ts';
import { memoize } from '#content/views/memoize.ts';
import { topicsOf } from '#content/views/role-page.ts';
import { getContent } from '#content/views/site-content.ts';
import { labPages } from '#features/labs/views.ts';
import { type Card, checkId, labCardId, predictionId, type Rubric } from './card.ts';
import type { Prerequisites } from './known.ts';

/** A card for every question, in the order in which new ones come: the easiest first, of those the most asked. */
export const questionCards = memoize(({ corpus }): readonly Card[] => {
  const areas = new Map(corpus.topic.map(({ id, data }) => [id, data.area]));
  const areaOf = (topic = '') => areas.get(topic) ?? '';
  return corpus.question
    .toSorted(
      ({ id: a, data: x }, { id: b, data: y }) =>
        levels.indexOf(x.level) - levels.indexOf(y.level) ||
        frequencies.indexOf(x.frequency) - frequencies.indexOf(y.frequency) ||
        (a < b ? -1 : 1),
    )
    .map(({ id, data }) => ({
      id,
      kind: data.kind,
      front: data.card.front,
      back: data.card.back,
      address: addressOf('question', id),
      level: data.level,
      area: areaOf(data.topics[0]),
      language: data.language,
      roles: data.roles,
      topics: data.topics,
      formerIds: data.formerIds,
    }));
});

/** A card for every check of a topic, the easiest topics first. */
export const checkCards = memoize(() => cardsOfTopics(checksOf));

/** A card for every output that a topic lets its readers predict. */
export const predictionCards = memoize(() => cardsOfTopics(predictionsOf));

/** A card for every lab. */
export const labCards = memoize((): readonly Card[] =>
  labPages().map(({ id, title, address, topic, area, lab: { data } }) => ({
    ...{ id: labCardId(id), kind: 'lab', front: title, back: '', address, level: data.level, area: area.id },
    ...{ roles: rolesOf(topic.id), topics: [topic.id], formerIds: [], minutes: data.minutes },
  })),
);

/** The direct prerequisites of each topic that has any. */
export const prerequisites = memoize(
  ({ corpus }): Prerequisites =>
    Object.fromEntries(
      corpus.topic.flatMap(({ id, data }) =>
        data.prerequisites.length > 0 ? [[id, data.prerequisites.map((each) => each.topic)]] : [],
      ),
    ),
);

const topicsOfRoles = memoize(({ corpus }) => corpus.role.map(({ id, data }) => ({ id, topics: topicsOf(data) })));

const rolesOf = (topicId: string) =>
  topicsOfRoles()
    .filter(({ topics }) => topics.has(topicId))
    .map(({ id }) => id);

type TopicCard = Omit<Card, 'level' | 'area' | 'roles'>;

function cardsOfTopics(cardsOf: (entry: Entry<'topic'>) => readonly TopicCard[]): readonly Card[] {
  return getContent()
    .corpus.topic.toSorted(({ data: a }, { data: b }) => levels.indexOf(a.level) - levels.indexOf(b.level))
    .flatMap((entry) => {
      const { level, area } = entry.data;
      const roles = rolesOf(entry.id);
      return cardsOf(entry).map((card) => ({ ...card, level, area, roles }));
    });
}

function predictionsOf({ id, data, body }: Entry<'topic'>): TopicCard[] {
  return body.predictions.map(({ output, choices, code, section }) => ({
    id: predictionId(id, output),
    kind: 'prediction',
    front: 'What will this print?',
    back: output,
    address: `${addressOf('topic', id)}#${anchorOf(section)}`,
    topics: [id],
    formerIds: data.formerIds.map((former) => predictionId(former, output)),
    sample: { code, choices },
  }));
}

function checksOf({ id, data, body }: Entry<'topic'>): TopicCard[] {
  return body.components
    .filter(({ name }) => name === 'Check')
    .map(({ attributes: { ask = '', see = '' }, text }) => ({
      id: checkId(id, ask),
      kind: 'check',
      front: ask.replaceAll('`', ''),
      back: text.trim(),
      address: `${addressOf('topic', id)}#${see}`,
      topics: [id],
      formerIds: data.formerIds.map((former) => checkId(former, ask)),
    }));
}

/** How answers are judged, for mock interviews. */
export const rubrics = memoize(({ corpus }): readonly Rubric[] =>
  corpus.question.map(({ id, data: { title, summary, rubric } }) => ({ id, title, summary, ...rubric })),
);

/** Roles that have questions, each with its cards. */
export const roleDecks = memoize(({ corpus }) =>
  corpus.role
    .map(({ id, data }) => ({
      id,
      title: data.title,
      cards: questionCards().filter(({ roles }) => roles.includes(id)),
    }))
    .filter(({ cards }) => cards.length > 0)
    .toSorted((a, b) => a.title.localeCompare(b.title)),
);

/** A role with the questions that its interviews ask. */
export type RoleDeck = ReturnType<typeof roleDecks>[number];

/** Published topics that a question asks about, and all others, by title. */
export const topicOptions = memoize(({ corpus }) => {
  const published = corpus.topic
    .map(({ id, data }) => ({ id, title: data.title }))
    .toSorted((a, b) => a.title.localeCompare(b.title));
  const asked = new Set(corpus.question.flatMap(({ data }) => data.topics));
  return { all: published, asked: published.filter(({ id }) => asked.has(id)) };
});

/** Languages that an interview may be about, by the ids of their areas. */
export const languages = [
  { id: 'nodejs', title: 'JavaScript and TypeScript' },
  { id: 'python', title: 'Python' },
  { id: 'java', title: 'Java' },
  { id: 'go', title: 'Go' },
  { id: 'php', title: 'PHP' },
  { id: 'rust', title: 'Rust' },
  { id: 'dotnet', title: 'C# and .NET' },
] as const;
