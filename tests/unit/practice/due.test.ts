import { describe, expect, it } from 'vitest';
import type { LabWork } from '#features/labs/index.ts';
import { labCardId } from '#features/practice/card.ts';
import { dueToday } from '#features/practice/due.ts';
import type { Histories, Review } from '#features/practice/review.ts';
import { defaultSettings } from '#features/practice/settings.ts';
import { cardOf, day, historiesOf } from './cards.ts';

const now = { at: 400 * day, offset: 0 };
const longAgo: readonly Review[] = [{ at: day, grade: 3, offset: 0 }];
const takenBack: readonly Review[] = [{ at: day, grade: 0, offset: 0 }];
const justNow: readonly Review[] = [100, 200, 399].map((at) => ({ at: at * day, grade: 4, offset: 0 }));

const cards = [
  cardOf('acid', { topics: ['transactions', 'sql'] }),
  cardOf('joins', { topics: ['sql'], formerIds: ['merging'] }),
  cardOf('cap', { topics: ['consistency'] }),
  cardOf('new', { topics: ['sql'] }),
  cardOf('sql/0a1b2c3', { topics: ['sql'], formerIds: ['queries/0a1b2c3'] }),
  cardOf('tls/0a1b2c3', { topics: ['tls'] }),
  cardOf(labCardId('retry'), { kind: 'lab', topics: ['retries'], minutes: 10 }),
  cardOf(labCardId('pool'), { kind: 'lab', topics: ['pools'], minutes: 20 }),
  cardOf(labCardId('lock'), { kind: 'lab', topics: ['locks'], minutes: 20 }),
];

const passed = (ids: readonly string[], daysAgo: number, help?: 'hint' | 'lines' | 'solution'): LabWork =>
  new Map(ids.map((id) => [id, { code: '', at: 0, passedAt: now.at - daysAgo * day, ...(help && { help }) }]));

const due = (histories: Histories, labs: LabWork = new Map()) =>
  dueToday({ cards, prerequisites: {} }, { now, histories, labs, settings: defaultSettings });

describe('what is due for review', () => {
  it('is told by topic; cards that are new, fresh, taken back or no longer there are not due', () => {
    const found = due(
      historiesOf({
        acid: longAgo,
        merging: longAgo,
        cap: justNow,
        gone: longAgo,
        'sql/7654321': longAgo,
        'queries/0a1b2c3': longAgo,
        'tls/0a1b2c3': takenBack,
      }),
    );
    expect(found).toMatchObject({ cards: 3, labs: 0, text: '3 cards due · 5 min' });
    expect(found.topics).toEqual([
      { topic: 'sql', count: 3 },
      { topic: 'transactions', count: 1 },
    ]);
  });

  it('is one count of cards and labs with the minutes that both take', () => {
    const found = due(historiesOf({ acid: longAgo, merging: longAgo, 'sql/0a1b2c3': longAgo }), passed(['retry'], 14));
    expect(found.text).toBe('3 cards and 1 lab due · 15 min');
  });

  it('is nothing to speak of for a reader who never practiced', () => {
    expect(due(new Map())).toMatchObject({ cards: 0, labs: 0, text: '' });
  });

  it('says when the next one returns where nothing is due', () => {
    expect(due(new Map(), passed(['retry'], 2)).text).toBe('Nothing is due today. 1 returns in 12 days.');
  });

  it('has at most two labs a day; those that returned today count, and the rest can wait', () => {
    const labs = passed(['retry', 'pool', 'lock'], 20);
    expect(due(new Map(), labs).labs).toBe(2);
    const today = [{ at: now.at, grade: 3, offset: 0 }] as const;
    const both: Histories = historiesOf({ [labCardId('retry')]: today, [labCardId('pool')]: today });
    expect(due(both, labs)).toMatchObject({ labs: 0, text: 'Done for today. 1 lab can wait until tomorrow.' });
  });
});

describe('a passed lab', () => {
  const firstDayOf = (help?: 'hint' | 'lines' | 'solution') =>
    Array.from({ length: 20 }, (_, ago) => ago).find((ago) => due(new Map(), passed(['retry'], ago, help)).labs === 1);

  it('comes back 14 days after a pass without help, and sooner the more help it took', () => {
    expect([firstDayOf(), firstDayOf('hint'), firstDayOf('lines'), firstDayOf('solution')]).toEqual([14, 7, 4, 2]);
  });

  it('comes back much later when it passes again, and on the next day when it was not remembered', () => {
    const again = (grade: 1 | 3) =>
      due(new Map([[labCardId('retry'), [{ at: now.at, grade, offset: 0 }]]]), passed(['retry'], 14));
    expect(again(3).text).toBe('Done for today. 1 returns in 43 days.');
    expect(again(1).text).toBe('Done for today. 1 returns tomorrow.');
  });
});
