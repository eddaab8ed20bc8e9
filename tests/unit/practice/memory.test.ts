import { type Card, createEmptyCard, fsrs, type Grade, State } from 'ts-fsrs';
import { describe, expect, it } from 'vitest';
import { isDue, type Memory, memoryOf, recallOn } from '#features/practice/memory.ts';
import { dayOf, type Review } from '#features/practice/review.ts';
import { type Random, seedRandom, seeds } from '../../support/random.ts';
import { momentIn, review } from './clock.ts';

const day = 86_400_000;
const start = Date.UTC(2022, 11, 29, 12, 30);

/** Reviews with these grades, each when the card is due. */
function onTime(gradesGiven: readonly Grade[]): { readonly reviews: readonly Review[]; readonly intervals: number[] } {
  const reviews: Review[] = [];
  const intervals: number[] = [];
  let at = start;
  for (const grade of gradesGiven) {
    reviews.push({ at, grade, offset: 0 });
    const memory = known([...reviews]);
    intervals.push('day' in memory.due ? memory.due.day - memory.lastDay : 0);
    at = 'day' in memory.due ? at + (memory.due.day - memory.lastDay) * day : memory.due.at;
  }
  return { reviews, intervals };
}

function known(history: readonly Review[]): Memory {
  const memory = memoryOf(history);
  if (!memory) throw new Error('There is no review that counts.');
  return memory;
}

describe('the published vectors of ts-fsrs for FSRS-6 with default parameters', () => {
  it('give the same intervals', () => {
    const { intervals } = onTime([3, 3, 3, 3, 3, 3, 1, 1, 3, 3, 3, 3, 3]);
    expect(intervals).toEqual([0, 2, 11, 46, 163, 498, 0, 0, 2, 4, 7, 12, 21]);
  });

  it('give the same memory', () => {
    const gaps = [0, 0, 1, 3, 8, 21];
    let at = start;
    const reviews = ([1, 3, 3, 3, 3, 3] as const).map((grade, index): Review => {
      at += (gaps[index] ?? 0) * day;
      return { at, grade, offset: 0 };
    });
    expect(known(reviews).stability).toBeCloseTo(53.62691, 4);
    expect(known(reviews).difficulty).toBeCloseTo(6.3574867, 4);
  });

  it('give the same first memory for every grade', () => {
    const first = ([1, 2, 3, 4] as const).map((grade) => known([{ at: start, grade, offset: 0 }]));
    expect(first.map(({ stability }) => stability)).toEqual([0.212, 1.2931, 2.3065, 8.2956]);
    expect(first.map(({ difficulty }) => difficulty)).toEqual([6.4133, 5.11217071, 2.11810397, 1]);
    expect(first.map(({ state }) => state)).toEqual([State.Learning, State.Learning, State.Learning, State.Review]);
  });

  it('give the same chance to recall', () => {
    const memory = known([{ at: Date.parse('2023-12-01T04:05:00Z'), grade: 4, offset: 0 }]);
    expect(recallOn(memory.lastDay + 8, memory)).toBe(0.9024733);
  });
});

describe('replaying reviews', () => {
  it('gives what ts-fsrs gives review by review, for two thousand random histories', () => {
    const scheduler = fsrs({ enable_fuzz: false });
    for (const seed of seeds(2000)) {
      const reviews = randomHistory(seedRandom(seed));
      let card: Card = createEmptyCard(new Date(start));
      for (const { at, grade } of reviews) card = scheduler.next(card, new Date(at), grade as Grade).card;
      const memory = known(reviews);
      const { stability, difficulty, state, learning_steps: step, reps, lapses } = card;
      expect(memory, `seed ${seed}`).toMatchObject({ stability, difficulty, state, step, reviews: reps, lapses });
      const dueOn = 'day' in memory.due ? memory.due.day : Math.floor(memory.due.at / day);
      expect(dueOn, `seed ${seed}`).toBe(Math.floor(card.due.getTime() / day));
      if ('at' in memory.due) expect(memory.due.at, `seed ${seed}`).toBe(card.due.getTime());
    }
  });

  it('passes over reviews that were taken back', () => {
    const kept: Review[] = [{ at: start, grade: 3, offset: 0 }];
    expect(memoryOf([...kept, { at: start + day, grade: 0, offset: 0 }])).toEqual(memoryOf([...kept]));
    expect(memoryOf([{ at: start, grade: 0, offset: 0 }])).toBeUndefined();
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
    expect(known([tokyo, honolulu])).toMatchObject({ lastDay: dayOf(tokyo), reviews: 2 });
  });
});

function randomHistory(random: Random): readonly Review[] {
  let at = start;
  return Array.from({ length: random.whole(1, 12) }, () => {
    at += random.chance(0.4) ? random.whole(1, 30) * 60_000 : random.whole(1, 60 * 24 * 40) * 60_000;
    return { at, grade: random.pick([1, 2, 3, 3, 3, 4] as const), offset: 0 };
  });
}
