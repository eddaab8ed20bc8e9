import type { Entry } from '#content/corpus.ts';
import { frequencies } from '#content/frequency.ts';
import { levels } from '#content/level.ts';
import { addressOf } from '#content/url.ts';
import { memoize } from '#content/views/memoize.ts';
import { topicsOf } from '#content/views/role-page.ts';
import { type Card, checkId, type Rubric } from './card.ts';

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
export const checkCards = memoize(({ corpus }): readonly Card[] => {
  const askedFor = corpus.role.map(({ id, data }) => ({ id, topics: topicsOf(data) }));
  const rolesOf = (topicId: string) => askedFor.filter(({ topics }) => topics.has(topicId)).map(({ id }) => id);
  return corpus.topic
    .toSorted(({ data: a }, { data: b }) => levels.indexOf(a.level) - levels.indexOf(b.level))
    .flatMap((entry) =>
      checksOf(entry).map((check) => ({
        ...check,
        level: entry.data.level,
        area: entry.data.area,
        roles: rolesOf(entry.id),
      })),
    );
});

function checksOf({ id, data, body }: Entry<'topic'>): Omit<Card, 'level' | 'area' | 'roles'>[] {
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

/** A role with the questions that its interviews ask. */
export interface RoleDeck {
  readonly id: string;
  readonly title: string;
  readonly cards: readonly Card[];
}

/** Roles that have questions, each with its cards. */
export const roleDecks = memoize(({ corpus }): readonly RoleDeck[] =>
  corpus.role
    .map(({ id, data }) => ({
      id,
      title: data.title,
      cards: questionCards().filter(({ roles }) => roles.includes(id)),
    }))
    .filter(({ cards }) => cards.length > 0)
    .toSorted((a, b) => a.title.localeCompare(b.title)),
);

/** What a form offers for a facet: the id and the words on screen. */
export interface Option {
  readonly id: string;
  readonly title: string;
}

/** Published topics that a question asks about, and all others, by title. */
export const topicOptions = memoize(({ corpus }) => {
  const published = corpus.topic
    .map(({ id, data }): Option => ({ id, title: data.title }))
    .toSorted((a, b) => a.title.localeCompare(b.title));
  const asked = new Set(corpus.question.flatMap(({ data }) => data.topics));
  return { all: published, asked: published.filter(({ id }) => asked.has(id)) };
});
