import type { Grade, Histories, Review } from '#features/practice/review.ts';
import { settingRanges } from '#features/practice/settings.ts';
import { type PracticeState, scores } from '#features/practice/state.ts';
import type { Random } from '../../support/random.ts';

const ids = [
  ...Array.from({ length: 100 }, (_, index) => `question-${index}`),
  'constructor',
  'valueof',
  '0',
  'indexing/0a1b2c3',
  'two-words/zzzzzzz',
];

/** A state as a reader may have it, with reviews at a few moments so that ties occur. */
export function randomState(random: Random, most = 30): PracticeState {
  const whole = (name: keyof typeof settingRanges) => random.whole(settingRanges[name][0], settingRanges[name][1]);
  const settings = {
    perDay: whole('perDay'),
    newPerDay: whole('newPerDay'),
    daysPerWeek: whole('daysPerWeek'),
    fourGrades: random.chance(0.5),
  };
  const settingsAt = random.whole(0, 99);
  const interviews = Array.from({ length: random.whole(0, 4) }, (_, index) => ({
    at: index * 1000 + random.whole(0, 9),
    questions: [[random.pick(ids), random.pick([...scores, 'none'] as const)] as const],
  }));
  return { histories: randomHistories(random, most), settings, settingsAt, interviews };
}

export function randomHistories(random: Random, most = 30): Histories {
  return new Map(Array.from({ length: random.whole(0, most) }, () => [random.pick(ids), randomReviews(random)]));
}

function randomReviews(random: Random): readonly Review[] {
  const moments = new Set(
    Array.from({ length: random.whole(1, 6) }, () => (random.chance(0.3) ? random.whole(0, 5) : random.whole(0, 9e12))),
  );
  return [...moments]
    .toSorted((a, b) => a - b)
    .map((at) => ({ at, grade: random.whole(0, 4) as Grade | 0, offset: random.pick([0, 60, 120, -300, 345]) }));
}
