import { describe, expect, it } from 'vitest';
import { withPrerequisites } from '#features/practice/known.ts';
import { knownCards } from '#features/practice/queue.ts';
import { type Grade, type Histories, withoutLast } from '#features/practice/review.ts';
import { cardOf, day } from './cards.ts';

const today = 100;
const prerequisites = { pooling: ['sql', 'tcp'], sql: ['tables'] };
const cards = [
  ['pool-size', 'pooling'],
  ['join', 'sql'],
  ['handshake', 'tcp'],
  ['row', 'tables'],
].map(([id = '', topic = '']) => cardOf(id, { topics: [topic, 'pooling'] }));

/** Reviews as [days from today, grade]. */
type Reviewed = Readonly<Record<string, readonly (readonly [number, Grade])[]>>;
const reviewed = (histories: Reviewed): Histories =>
  new Map(
    Object.entries(histories).map(([id, reviews]) => [
      id,
      reviews.map(([ago, grade]) => ({ at: (today + ago) * day, grade, offset: 0 })),
    ]),
  );

/** Days from today until each card that was met comes back. */
function returns(histories: Histories): Record<string, number> {
  const known = withPrerequisites(knownCards(cards, histories), prerequisites);
  return Object.fromEntries(known.flatMap(({ card, memory }) => (memory ? [[card.id, memory.due - today]] : [])));
}

// An easy card comes back after 8 days.
const join = { join: [[-7, 4]] } as const;

describe('a success', () => {
  const yesterday = { 'pool-size': [[-1, 3]] } as const;
  const now = { 'pool-size': [[0, 3]] } as const;

  it.each<[string, Reviewed, Readonly<Record<string, number>>]>([
    ['that is not there changes nothing', join, { join: 1 }],
    ['pushes back a card of a prerequisite that would come back soon', { ...join, ...now }, { join: 2 }],
    ['pushes back what was due before', { join: [[-10, 4]], ...now }, { join: 2 }],
    ['pushes back by no more than half of the interval', { join: [[-30, 4]], ...now }, { join: -18 }],
    ['leaves alone what comes back later', { join: [[-2, 4]], ...now }, { join: 6 }],
    ['leaves alone what was asked since', { join: [[0, 3]], ...yesterday }, { join: 2 }],
    ['leaves alone topics further away', { row: [[-7, 4]], ...now }, { row: 1 }],
    ['of another topic leaves alone', { ...join, handshake: [[0, 3]] }, { join: 1 }],
  ])('%s', (_, reviews, expected) => {
    expect(returns(reviewed(reviews))).toMatchObject(expected);
  });

  it('that is taken back pushes nothing', () => {
    const histories = reviewed({ ...join, 'pool-size': [[0, 3]] });
    expect(returns(withoutLast(histories, 'pool-size'))).toEqual({ join: 1 });
  });
});

const both = { join: [[-3, 4]], handshake: [[-1, 4]] } as const;

it.each<[string, Reviewed, Readonly<Record<string, number>>]>([
  ['that is not there changes nothing', both, { join: 5, handshake: 7 }],
  [
    'brings the least remembered card of the prerequisites to the next day, and no other',
    { ...both, 'pool-size': [[0, 1]] },
    { join: 1, handshake: 7, 'pool-size': 1 },
  ],
  [
    'is over once a prerequisite was asked',
    { join: [[-5, 4]], handshake: [[0, 4]], 'pool-size': [[-1, 1]] },
    { join: 3, handshake: 8, 'pool-size': 0 },
  ],
  [
    'is over once the card itself is known again',
    {
      join: [[-4, 4]],
      'pool-size': [
        [-1, 1],
        [0, 3],
      ],
    },
    { join: 4, 'pool-size': 2 },
  ],
  ['finds nothing where no card of a prerequisite was met', { row: [[0, 1]] }, { row: 1 }],
])('a failure %s', (_, reviews, expected) => {
  expect(returns(reviewed(reviews))).toEqual(expected);
});
