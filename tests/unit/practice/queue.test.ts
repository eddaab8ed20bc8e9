import { describe, expect, it } from 'vitest';
import { queueWords } from '#features/practice/due.ts';
import { daysPracticed, retentionOf } from '#features/practice/forecast.ts';
import { buildQueue, historyOf, knownCards } from '#features/practice/queue.ts';
import { dayOf, type Histories, type Review } from '#features/practice/review.ts';
import { defaultSettings, type Settings } from '#features/practice/settings.ts';
import { cardOf, day, historiesOf } from './cards.ts';

const now = { at: Date.parse('2026-11-21T12:00:00Z'), offset: 60 };

const card = (id: string, formerIds: readonly string[] = []) => cardOf(id, { formerIds });

const ago = (days: number, grade: Review['grade'] = 3): Review => ({ at: now.at - days * day, grade, offset: 60 });

function queue(histories: Histories, settings: Partial<Settings> = {}, more: readonly string[] = []) {
  const cards = [...histories.keys(), ...more].map((id) => card(id));
  return buildQueue(knownCards(cards, histories), {
    ...{ now, histories },
    settings: { ...defaultSettings, ...settings },
  });
}

const idsOf = ({ cards }: ReturnType<typeof buildQueue>) => cards.map(({ card: { id } }) => id);

describe('the queue', () => {
  it('starts with new cards in the order given, up to the limit for new ones', () => {
    expect(idsOf(queue(new Map(), { newPerDay: 2 }, ['a', 'b', 'c']))).toEqual(['a', 'b']);
  });

  it('takes due cards first, then new ones', () => {
    expect(idsOf(queue(new Map([['due', [ago(30, 4)]]]), {}, ['new']))).toEqual(['due', 'new']);
  });

  it('asks no card twice on a day, and says when the next ones come back', () => {
    const found = queue(
      historiesOf({
        easy: [ago(2, 4)],
        no: [{ ...ago(0, 1), at: now.at - 3_600_000 }],
        'another-no': [{ ...ago(0, 1), at: now.at - 1000 }],
      }),
    );
    expect(idsOf(found)).toEqual([]);
    expect(found.next).toEqual({ day: dayOf(now) + 1, cards: 2 });
    expect(queueWords(found, { now, settings: defaultSettings })).toBe('Done for today. 2 return tomorrow.');
  });

  it('says that nothing is due on a day on which nothing was answered', () => {
    const found = queue(new Map([['easy', [ago(2, 4)]]]));
    expect(queueWords(found, { now, settings: defaultSettings })).toBe('Nothing is due today. 1 returns in 6 days.');
  });

  it('takes the best remembered first after a pause, and lets the rest wait without new cards', () => {
    const histories = historiesOf({ 'long-ago': [ago(300, 4)], lately: [ago(10, 4)], before: [ago(60, 4)] });
    const found = queue(histories, { perDay: 2 }, ['new']);
    expect(idsOf(found)).toEqual(['lately', 'before']);
    expect(found).toMatchObject({ waiting: 1, daysToCatchUp: 1 });
  });

  it('counts what was answered today against the limits of the day', () => {
    const histories = historiesOf({ 'met-today': [ago(0.01, 4)], due: [ago(30, 4)] });
    expect(idsOf(queue(histories, { perDay: 3, newPerDay: 2 }, ['a', 'b', 'c']))).toEqual(['due', 'a']);
    expect(idsOf(queue(histories, { perDay: 1, newPerDay: 2 }, ['a']))).toEqual([]);
  });

  it('gives as many cards more as are asked for, due ones first, and no more', () => {
    const met = Array.from({ length: 5 }, (_, index) => [`met-${index}`, [ago(0)]] as const);
    const due = Array.from({ length: 7 }, (_, index) => [`due-${index}`, [ago(60)]] as const);
    const cards = [...due.map(([id]) => id), 'a', 'b', 'c', 'd'].map((id) => card(id));
    const known = knownCards(cards, new Map(due));
    const limits = {
      now,
      settings: { ...defaultSettings, perDay: 5, newPerDay: 1 },
      histories: new Map([...met, ...due]),
    };
    expect(idsOf(buildQueue(known, limits))).toEqual([]);
    const more = idsOf(buildQueue(known, { ...limits, more: 10 }));
    expect([more.length, more.filter((id) => id.startsWith('due')).length]).toEqual([10, 7]);
  });

  it('puts another topic between two cards of one, and keeps the order else', () => {
    const topics = { a: 'sql', b: 'sql', c: 'tcp', d: 'sql', e: 'tls', f: 'tls' };
    const cards = Object.entries(topics).map(([id, topic]) => cardOf(id, { topics: [topic] }));
    const found = buildQueue(knownCards(cards, new Map()), { now, settings: defaultSettings, histories: new Map() });
    expect(idsOf(found)).toEqual(['a', 'c', 'b', 'e', 'd', 'f']);
  });

  it('finds reviews under a former id of the card', () => {
    const histories = historiesOf({ 'old-name': [ago(3)], name: [ago(1)] });
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
    const histories = historiesOf({ a: [ago(0), ago(1), ago(1.01)], b: [ago(4, 0), ago(7)] });
    expect(daysPracticed(histories, now)).toBe(2);
  });
});
