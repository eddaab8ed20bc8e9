import { type Card, createEmptyCard, fsrs, type Grade } from 'ts-fsrs';
import { describe, expect, it } from 'vitest';
import { isDue, type Memory, memoryOf, recallOn } from '#features/practice/memory.ts';
import { practiceFormat } from '#features/practice/practice-file.ts';
import { dayOf, type Review } from '#features/practice/review.ts';
import { forSeeds, type Random } from '../../support/random.ts';
import { momentIn, review } from './clock.ts';

const day = 86_400_000;
const start = Date.UTC(2022, 11, 29, 12, 30);

function known(history: readonly Review[]): Memory {
  const memory = memoryOf(history);
  if (!memory) throw new Error('There is no review that counts.');
  return memory;
}

/** Days from the last review until the card comes back. */
const intervalOf = ({ due, lastDay }: Memory) => due - lastDay;

/** Reviews with these grades, each on the day when the card is due. */
function intervalsOf(gradesGiven: readonly Grade[]): readonly number[] {
  const reviews: Review[] = [];
  return gradesGiven.map((grade) => {
    const last = reviews.at(-1);
    const at = last ? last.at + intervalOf(known([...reviews])) * day : start;
    reviews.push({ at, grade, offset: 0 });
    return intervalOf(known([...reviews]));
  });
}

describe('when a card comes back', () => {
  it('tomorrow after a no, in two days after the first yes, and later each time', () => {
    expect(intervalsOf([1])).toEqual([1]);
    expect(intervalsOf([3, 3, 3, 1, 3, 3])).toEqual([2, 11, 46, 1, 5, 12]);
  });

  it('with the chance to recall it that ts-fsrs publishes', () => {
    const easy = known([{ at: Date.parse('2023-12-01T04:05:00Z'), grade: 4, offset: 0 }]);
    expect(recallOn(easy.lastDay + 8, easy)).toBe(0.9024733);
  });
});

describe('replaying reviews', () => {
  it('remembers as ts-fsrs does review by review, for two thousand histories with several answers on a day', () => {
    const scheduler = fsrs({ enable_fuzz: false });
    forSeeds(2000, (random) => {
      const reviews = randomHistory(random);
      let card: Card = createEmptyCard(new Date(start));
      for (const { at, grade } of reviews) card = scheduler.next(card, new Date(at), grade as Grade).card;
      const memory = known(reviews);
      expect(memory.stability).toBe(card.stability);
      expect(intervalOf(memory)).toBeGreaterThan(0);
    });
  });

  it('passes over reviews that were taken back', () => {
    const kept: Review[] = [{ at: start, grade: 3, offset: 0 }];
    expect(memoryOf([...kept, { at: start + day, grade: 0, offset: 0 }])).toEqual(memoryOf([...kept]));
    expect(memoryOf([{ at: start, grade: 0, offset: 0 }])).toBeUndefined();
  });

  it('reads what was stored when cards came back after minutes: asked on the next day at the earliest', () => {
    const [noon, minute] = [Date.parse('2026-11-20T12:00:00Z'), 60_000];
    const reviews = {
      'learned-in-three-steps': [
        [noon, 1, 0],
        [noon + minute, 3, 0],
        [noon + 11 * minute, 3, 0],
      ],
      'left-in-the-middle': [[noon, 1, 0]],
      'forgotten-after-weeks': [
        [noon - 40 * day, 4, 0],
        [noon, 1, 0],
      ],
    };
    const parsed = practiceFormat.parse(JSON.stringify({ kind: 'wayline-practice', version: 1, reviews }));
    const histories = parsed.ok ? parsed.value.histories : new Map<string, readonly Review[]>();
    const today = Math.floor(noon / day);
    expect([...histories].map(([id, history]) => [id, known(history).due - today])).toEqual([
      ['learned-in-three-steps', 2],
      ['left-in-the-middle', 1],
      ['forgotten-after-weeks', 1],
    ]);
  });
});

describe('days', () => {
  it('are those of the reader: morning and evening in Auckland are one day, though UTC has two', () => {
    const morning = review('Pacific/Auckland', '2026-11-20T21:00:00Z', 4);
    const evening = momentIn('Pacific/Auckland', '2026-11-21T07:00:00Z');
    expect(dayOf(morning)).toBe(dayOf(evening));
    expect(recallOn(dayOf(evening), known([morning]))).toBe(1);
  });

  it.each([
    ['Berlin loses an hour', 'Europe/Berlin', '2026-03-28T21:30:00Z', '2026-03-29T20:30:00Z'],
    ['Berlin gains an hour', 'Europe/Berlin', '2026-10-24T20:30:00Z', '2026-10-25T21:30:00Z'],
    ['New York loses an hour', 'America/New_York', '2026-03-08T03:30:00Z', '2026-03-09T02:30:00Z'],
    ['Lord Howe Island gains half an hour', 'Australia/Lord_Howe', '2026-04-04T11:00:00Z', '2026-04-05T11:30:00Z'],
  ])('count one from evening to evening when %s', (_, zone, first, second) => {
    expect(dayOf(momentIn(zone, second)) - dayOf(momentIn(zone, first))).toBe(1);
  });

  it('bring a card back from the morning on, though it was answered in the evening', () => {
    const memory = known([review('Europe/Berlin', '2026-10-24T20:30:00Z', 4)]);
    expect(isDue(memory, momentIn('Europe/Berlin', '2026-10-31T22:30:00Z'))).toBe(false);
    expect(isDue(memory, momentIn('Europe/Berlin', '2026-10-31T23:30:00Z'))).toBe(true);
  });

  it('never run backwards for someone who flies west', () => {
    const tokyo = review('Asia/Tokyo', '2026-05-02T00:30:00Z', 4);
    const honolulu = review('Pacific/Honolulu', '2026-05-02T08:00:00Z', 3);
    expect(dayOf(honolulu)).toBeLessThan(dayOf(tokyo));
    expect(known([tokyo, honolulu])).toMatchObject({ firstDay: dayOf(tokyo), lastDay: dayOf(tokyo) });
  });
});

function randomHistory(random: Random): readonly Review[] {
  let at = start;
  return Array.from({ length: random.whole(1, 12) }, () => {
    at += random.chance(0.4) ? random.whole(1, 30) * 60_000 : random.whole(1, 60 * 24 * 40) * 60_000;
    return { at, grade: random.pick([1, 2, 3, 3, 3, 4] as const), offset: 0 };
  });
}
