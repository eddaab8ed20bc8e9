import { describe, expect, it } from 'vitest';
import type { Card } from '#features/practice/card.ts';
import { dueByTopic } from '#features/practice/due.ts';
import type { Review } from '#features/practice/review.ts';

const day = 86_400_000;
const now = { at: 400 * day, offset: 0 };
const card = (id: string, topics: readonly string[], formerIds: readonly string[] = []): Card => {
  const rest = { kind: 'concept', front: '', back: '', address: '', level: 'beginner', area: '', roles: [] } as const;
  return { ...rest, id, topics, formerIds };
};
const longAgo: readonly Review[] = [{ at: day, grade: 3, offset: 0 }];
const takenBack: readonly Review[] = [{ at: day, grade: 0, offset: 0 }];
const justNow: readonly Review[] = [100, 200, 399].map((at) => ({ at: at * day, grade: 4, offset: 0 }));

describe('what is due for review', () => {
  it('is told by topic; cards that are new, fresh, taken back or no longer there are not due', () => {
    const cards = [
      card('acid', ['transactions', 'sql']),
      card('joins', ['sql'], ['merging']),
      card('cap', ['consistency']),
      card('new', ['sql']),
      card('sql/0a1b2c3', ['sql'], ['queries/0a1b2c3']),
      card('tls/0a1b2c3', ['tls']),
    ];
    const histories = new Map([
      ['acid', longAgo],
      ['merging', longAgo],
      ['cap', justNow],
      ['gone', longAgo],
      ['sql/7654321', longAgo],
      ['queries/0a1b2c3', longAgo],
      ['tls/0a1b2c3', takenBack],
    ]);
    expect(dueByTopic(cards, histories, now)).toEqual({
      cards: 3,
      topics: [
        { topic: 'sql', cards: 3 },
        { topic: 'transactions', cards: 1 },
      ],
    });
  });

  it('is nothing for a reader who never practiced', () => {
    expect(dueByTopic([card('acid', ['sql'])], new Map(), now)).toEqual({ cards: 0, topics: [] });
  });
});
