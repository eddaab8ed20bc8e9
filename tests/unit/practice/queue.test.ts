import { describe, expect, it } from 'vitest';
import type { Card } from '#features/practice/card.ts';
import { daysPracticed, retentionOf } from '#features/practice/forecast.ts';
import { buildQueue, type DayLimits, extendDay, historyOf, knownCards } from '#features/practice/queue.ts';
import { type Histories, type Review, withReview } from '#features/practice/review.ts';
import { defaultSettings, type Settings } from '#features/practice/settings.ts';

const day = 86_400_000;
const now = { at: Date.parse('2026-11-21T12:00:00Z'), offset: 60 };

const card = (id: string, formerIds: readonly string[] = []): Card => ({
  id,
  kind: 'concept',
  front: `${id}?`,
  back: id,
  address: `/questions/${id}/`,
  level: 'beginner',
  roles: [],
  topics: [],
  formerIds,
});

const ago = (days: number, grade: Review['grade'] = 3): Review => ({ at: now.at - days * day, grade, offset: 60 });

function queue(histories: Histories, settings: Partial<Settings> = {}, more: readonly string[] = []) {
  const cards = [...histories.keys(), ...more].map((id) => card(id));
  return buildQueue(knownCards(cards, histories), { now, settings: { ...defaultSettings, ...settings } });
}

const idsOf = ({ cards }: ReturnType<typeof buildQueue>) => cards.map(({ card: { id } }) => id);

describe('the queue', () => {
  it('starts with new cards in the order given, up to the limit for new ones', () => {
    expect(idsOf(queue(new Map(), { newPerDay: 2 }, ['a', 'b', 'c']))).toEqual(['a', 'b']);
  });

  it('takes cards that are being learned first, then due ones, then new ones', () => {
    const histories = new Map([
      ['due', [ago(30, 4)]],
      ['learning', [{ ...ago(0, 1), at: now.at - 60_000 }]],
    ]);
    expect(idsOf(queue(histories, {}, ['new']))).toEqual(['learning', 'due', 'new']);
  });

  it('leaves out what is not due yet, and says when it comes back', () => {
    const found = queue(
      new Map([
        ['easy', [ago(2, 4)]],
        ['again', [{ ...ago(0, 1), at: now.at - 1000 }]],
      ]),
    );
    expect(idsOf(found)).toEqual([]);
    expect(found.next).toEqual({ day: Math.floor((now.at + 3_600_000) / day) + 6, cards: 1 });
    expect(found.nextAt).toBe(now.at - 1000 + 60_000);
  });

  it('takes the best remembered first after a pause, and lets the rest wait without new cards', () => {
    const histories = new Map([
      ['long-ago', [ago(300, 4)]],
      ['lately', [ago(10, 4)]],
      ['before', [ago(60, 4)]],
    ]);
    const found = queue(histories, { perDay: 2 }, ['new']);
    expect(idsOf(found)).toEqual(['lately', 'before']);
    expect(found).toMatchObject({ waiting: 1, daysToCatchUp: 1 });
  });

  it('counts what was answered today against the limits of the day', () => {
    const histories = new Map([
      ['met-today', [ago(0.01, 4)]],
      ['due', [ago(30, 4)]],
    ]);
    expect(idsOf(queue(histories, { perDay: 3, newPerDay: 2 }, ['a', 'b', 'c']))).toEqual(['due', 'a']);
    expect(idsOf(queue(histories, { perDay: 1, newPerDay: 2 }, ['a']))).toEqual([]);
  });

  it('gives as many cards more as are asked for, and no more', () => {
    const cards = Array.from({ length: 40 }, (_, index) => card(`c${index}`));
    const settings = { ...defaultSettings, perDay: 5, newPerDay: 1 };
    /** Answers cards until the queue is empty. */
    const answerAll = (before: Histories, extended?: DayLimits): Histories => {
      const [item] = buildQueue(knownCards(cards, before), { now, settings, extended }).cards;
      return item ? answerAll(withReview(before, item.card.id, { ...now, grade: 4 }), extended) : before;
    };
    const today = (histories: Histories) => [...histories.values()].filter((list) => list.at(-1)?.at === now.at).length;
    const start: Histories = new Map(cards.slice(0, 17).map(({ id }) => [id, [ago(60, 4)]]));
    const usual = answerAll(start);
    expect(today(usual)).toBe(5);
    const more = answerAll(usual, extendDay(knownCards(cards, usual), { now, by: 10 }));
    expect(today(more)).toBe(15);
    const again = answerAll(more, extendDay(knownCards(cards, more), { now, by: 10 }));
    expect([today(again), again.size]).toEqual([25, 25]);
  });

  it('goes back to the usual limits on the day after more was asked for', () => {
    const known = knownCards(
      ['a', 'b', 'c'].map((id) => card(id)),
      new Map(),
    );
    const rest = { settings: { ...defaultSettings, newPerDay: 1 }, extended: extendDay(known, { now, by: 10 }) };
    expect(buildQueue(known, { now, ...rest }).cards).toHaveLength(3);
    expect(buildQueue(known, { now: { ...now, at: now.at + day }, ...rest }).cards).toHaveLength(1);
  });

  it('finds reviews under a former id of the card', () => {
    const histories = new Map([
      ['old-name', [ago(3)]],
      ['name', [ago(1)]],
    ]);
    expect(historyOf(card('name', ['old-name']), histories)).toEqual([ago(3), ago(1)]);
    expect(historyOf(card('other'), histories)).toEqual([]);
  });
});

describe('the forecast', () => {
  it('adds up the chances to recall, today and in 30 days', () => {
    const histories = new Map(Array.from({ length: 20 }, (_, index) => [`c${index}`, [ago(8, 4)]] as const));
    const known = knownCards(
      [...histories.keys(), 'new'].map((id) => card(id)),
      histories,
    );
    expect(retentionOf(known, now)).toEqual({ met: 20, now: 18, in30Days: 15 });
  });

  it('counts the days of this week on which something was answered', () => {
    const histories = new Map([
      ['a', [ago(0), ago(1), ago(1.01)]],
      ['b', [ago(4, 0), ago(7)]],
    ]);
    expect(daysPracticed(histories, now)).toBe(2);
  });
});
