import { describe, expect, it } from 'vitest';
import { dateOf } from '#features/plan/day.ts';
import { studyOrder } from '#features/plan/order.ts';
import type { PlanRequest } from '#features/plan/request.ts';
import { schedule } from '#features/plan/schedule.ts';
import { content, monday, phase, request, roadmap, topic } from './plan-content.ts';

const data = content({
  topics: [topic('dns', { halfHours: 3 }), topic('http', { halfHours: 4 })],
  roadmaps: [roadmap('web', [phase('first', ['dns', 'http'])])],
});

function days(changes: Partial<PlanRequest>): string[] {
  const wanted = request({ roadmaps: ['web'], hasReviews: false, ...changes });
  return schedule(studyOrder(wanted, data).items, wanted).blocks.map(
    ({ day, kind, items, halfHours, at, part, from }) =>
      `${dateOf(day)} ${at / 60} ${kind === 'review' ? 'review ' : ''}${items.map(({ id }) => id).join('+')} ${halfHours / 2} h part ${part} after ${from / 2} h`,
  );
}

describe('a schedule', () => {
  const monday8 = [8, 0, 0, 0, 0, 0, 0] as const;

  it.each<[string, Partial<PlanRequest>, readonly string[]]>([
    [
      'splits topics over days and fills each day',
      { week: [2, 4, 0, 0, 0, 0, 0] },
      [
        '2026-11-23 18 dns 1 h part 1 after 0 h',
        '2026-11-24 18 dns 0.5 h part 2 after 1 h',
        '2026-11-24 18.5 http 1.5 h part 1 after 0 h',
        '2026-11-30 18 http 0.5 h part 2 after 1.5 h',
      ],
    ],
    [
      'leaves days off free',
      { week: monday8, daysOff: [{ from: monday, to: monday + 6 }] },
      ['2026-11-30 18 dns 1.5 h part 1 after 0 h', '2026-11-30 19.5 http 2 h part 1 after 0 h'],
    ],
    [
      'begins earlier on a day that would run past midnight',
      { week: monday8, at: 23 * 60 },
      ['2026-11-23 20.5 dns 1.5 h part 1 after 0 h', '2026-11-23 22 http 2 h part 1 after 0 h'],
    ],
    [
      'reviews topics together when a full session is due or one has waited four days',
      { week: [7, 7, 7, 7, 7, 7, 7], hasReviews: true },
      [
        '2026-11-23 18 dns 1.5 h part 1 after 0 h',
        '2026-11-23 19.5 http 2 h part 1 after 0 h',
        '2026-12-04 18 review dns+http 0.5 h part 1 after 0 h',
        '2026-12-25 18 review dns+http 0.5 h part 2 after 0.5 h',
      ],
    ],
  ])('%s', (_, changes, blocks) => {
    expect(days(changes)).toEqual(blocks);
  });

  it('finishes with the last topic, not with the last review', () => {
    const wanted = request({ roadmaps: ['web'] });
    const { blocks, finish } = schedule(studyOrder(wanted, data).items, wanted);
    expect(dateOf(finish ?? 0)).toBe('2026-11-26');
    expect(blocks.at(-1)?.kind).toBe('review');
  });

  it('of a week without hours is empty and does not end', () => {
    const wanted = request({ roadmaps: ['web'], week: [0, 0, 0, 0, 0, 0, 0] });
    expect(schedule(studyOrder(wanted, data).items, wanted)).toEqual({
      blocks: [],
      finish: undefined,
      isEndless: true,
    });
  });

  it('breaks off after twenty years', () => {
    const items = [...studyOrder(request({ roadmaps: ['web'] }), data).items];
    const [first] = items;
    if (!first) throw new Error('The fixture has a topic.');
    const endless = schedule([{ ...first, halfHours: 20_000 }], request({ week: [1, 0, 0, 0, 0, 0, 0] }));
    expect(endless).toMatchObject({ finish: undefined, isEndless: true });
    expect(endless.blocks.length).toBeGreaterThan(1000);
  });

  it('of days off without end is empty and does not end', () => {
    const wanted = request({ roadmaps: ['web'], daysOff: [{ from: monday, to: monday + 100_000 }] });
    expect(schedule(studyOrder(wanted, data).items, wanted)).toMatchObject({ blocks: [], isEndless: true });
  });
});
