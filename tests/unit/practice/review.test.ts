import { describe, expect, it } from 'vitest';
import {
  counted,
  dayOf,
  type Histories,
  mergeHistories,
  normalizeHistories,
  type Review,
  weekOf,
  withoutLast,
  withReview,
} from '#features/practice/review.ts';
import { farFromSquare, growth } from '../../support/growth.ts';
import { forSeeds } from '../../support/random.ts';
import { randomHistories } from './random-state.ts';

const hour = 3_600_000;
const now = { at: 1_790_000_000_000, offset: 120 };
const given = (at: number, grade: Review['grade'] = 3): Review => ({ at, grade, offset: 120 });
const one = (...reviews: Review[]): Histories => new Map([['acid', reviews]]);
const gradesOf = (histories: Histories) => counted(histories.get('acid') ?? []).map(({ grade }) => grade);

describe('a review', () => {
  it('is added at the end of its card’s history', () => {
    expect(withReview(one(given(5)), 'acid', given(9, 1))).toEqual(one(given(5), given(9, 1)));
  });

  it('comes after the one before it, even when the clock was set back a little', () => {
    expect(withReview(one(given(5)), 'acid', given(2, 1))).toEqual(one(given(5), given(6, 1)));
  });

  it('that is taken back no longer counts, and can be given again at the same moment', () => {
    const back = withoutLast(one(given(5), given(9, 1)), 'acid');
    expect(gradesOf(back)).toEqual([3]);
    expect(gradesOf(withReview(back, 'acid', given(9, 4)))).toEqual([3, 4]);
  });

  it('that is taken back stays so when another tab still has it', () => {
    const both = one(given(5), given(9, 1));
    expect(gradesOf(mergeHistories(withoutLast(both, 'acid'), both))).toEqual([3]);
    expect(gradesOf(mergeHistories(both, withoutLast(both, 'acid')))).toEqual([3]);
  });

  it('taken back from a card without any changes nothing', () => {
    expect(gradesOf(withoutLast(new Map(), 'acid'))).toEqual([]);
  });
});

it('merging keeps every review of both, whatever the order, and changes nothing when repeated', () => {
  forSeeds(500, (random) => {
    const [a, b, c] = [randomHistories(random), randomHistories(random), randomHistories(random)];
    const sorted = (histories: Histories) => [...histories].toSorted(([x], [y]) => (x < y ? -1 : 1));
    const merged = mergeHistories(a, b);
    expect(sorted(merged)).toEqual(sorted(mergeHistories(b, a)));
    expect(sorted(mergeHistories(merged, c))).toEqual(sorted(mergeHistories(a, mergeHistories(b, c))));
    expect(mergeHistories(merged, b)).toEqual(merged);
  });
});

describe('a clock that was set back', () => {
  const ahead = one(given(now.at - 9 * hour), given(now.at + 400 * 24 * hour, 1), given(now.at + 401 * 24 * hour, 4));

  it('brings reviews from the future to the present, in their order', () => {
    const settled = normalizeHistories(ahead, now);
    expect(gradesOf(settled)).toEqual([3, 1, 4]);
    expect(counted(settled.get('acid') ?? []).every(({ at }) => at <= now.at + 1000)).toBe(true);
  });

  it('does so once: a second look changes nothing, and neither does the other tab’s copy', () => {
    const settled = normalizeHistories(ahead, now);
    expect(normalizeHistories(settled, now)).toBe(settled);
    expect(gradesOf(normalizeHistories(mergeHistories(settled, ahead), now))).toEqual([3, 1, 4]);
  });

  it('is settled in a time that grows in proportion to the cards, and to the reviews of one card', () => {
    const cards = (length: number): Histories =>
      new Map(Array.from({ length }, (_, index) => [`card-${index}`, [given(now.at + 9 * hour)]]));
    const reviews = (length: number) => one(...Array.from({ length }, (_, index) => given(now.at + 9 * hour + index)));
    expect(growth(cards, (many) => void normalizeHistories(many, now), 5000)).toBeLessThan(farFromSquare);
    expect(growth(reviews, (many) => void normalizeHistories(many, now), 2000)).toBeLessThan(farFromSquare);
  });

  it('lets the reader go on at once', () => {
    const later = { ...given(now.at + hour), offset: 120 };
    expect(counted(withReview(normalizeHistories(ahead, now), 'acid', later).get('acid') ?? []).at(-1)).toEqual(later);
  });

  it('is not assumed of two devices that differ by minutes', () => {
    const near = one(given(now.at + hour / 2));
    expect(normalizeHistories(near, now)).toBe(near);
  });
});

it('a week runs from Monday to Sunday', () => {
  const week = (date: string) => weekOf(dayOf({ at: Date.parse(`${date}T12:00:00Z`), offset: 0 }));
  expect(week('2026-11-16')).toBe(week('2026-11-22'));
  expect(week('2026-11-23')).toBe(week('2026-11-22') + 1);
});
