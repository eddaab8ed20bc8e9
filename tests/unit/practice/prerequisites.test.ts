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
const reviewed = (histories: Record<string, readonly (readonly [number, Grade])[]>): Histories =>
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
  it('pushes back a card of a prerequisite that would come back soon, by a quarter of its interval', () => {
    expect(returns(reviewed(join))).toMatchObject({ join: 1 });
    expect(returns(reviewed({ ...join, 'pool-size': [[0, 3]] }))).toMatchObject({ join: 2 });
  });

  it('pushes back what was due before, but never by more than half of its interval', () => {
    expect(returns(reviewed({ join: [[-10, 4]], 'pool-size': [[0, 3]] }))).toMatchObject({ join: 2 });
    expect(returns(reviewed({ join: [[-30, 4]], 'pool-size': [[0, 3]] }))).toMatchObject({ join: -18 });
  });

  it('leaves alone what comes back later, what was asked since, and topics further away', () => {
    expect(returns(reviewed({ join: [[-2, 4]], 'pool-size': [[0, 3]] }))).toMatchObject({ join: 6 });
    expect(returns(reviewed({ join: [[0, 3]], 'pool-size': [[-1, 3]] }))).toMatchObject({ join: 2 });
    expect(returns(reviewed({ row: [[-7, 4]], 'pool-size': [[0, 3]] }))).toMatchObject({ row: 1 });
    expect(returns(reviewed({ ...join, handshake: [[0, 3]] }))).toMatchObject({ join: 1 });
  });

  it('that is taken back pushes nothing', () => {
    const histories = reviewed({ ...join, 'pool-size': [[0, 3]] });
    expect(returns(withoutLast(histories, 'pool-size'))).toEqual({ join: 1 });
  });
});

describe('a failure', () => {
  const both = { join: [[-3, 4]], handshake: [[-1, 4]] } as const;

  it('brings the least remembered card of the prerequisites to the next day, and no other', () => {
    expect(returns(reviewed(both))).toEqual({ join: 5, handshake: 7 });
    expect(returns(reviewed({ ...both, 'pool-size': [[0, 1]] }))).toEqual({ join: 1, handshake: 7, 'pool-size': 1 });
  });

  it('is over once a prerequisite was asked, or the card itself is known again', () => {
    expect(returns(reviewed({ join: [[-5, 4]], handshake: [[0, 4]], 'pool-size': [[-1, 1]] }))).toMatchObject({
      join: 3,
    });
    const known = returns(
      reviewed({
        join: [[-4, 4]],
        'pool-size': [
          [-1, 1],
          [0, 3],
        ],
      }),
    );
    expect(known).toMatchObject({ join: 4 });
  });

  it('finds nothing where no card of a prerequisite was met', () => {
    expect(returns(reviewed({ row: [[0, 1]] }))).toEqual({ row: 1 });
  });
});
