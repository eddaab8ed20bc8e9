import { type Mark, type Marks, states } from '#features/progress/progress.ts';
import type { Random } from '../../support/random.ts';

/** Ids as content has them, among them some that plain objects already know. */
const ids = [
  ...Array.from({ length: 300 }, (_, index) => `topic-${index}`),
  'constructor',
  'valueof',
  'a',
  '0',
  '42',
  'x-1-y',
];

/** A mark of any state, half of them at one of a few moments, so that ties occur. */
function randomMark(random: Random): Mark {
  return {
    state: random.pick(['none', ...states] as const),
    at: random.chance(0.5) ? random.whole(0, 9) : random.whole(0, 8.64e15),
  };
}

/** Marks of up to `most` topics. */
export function randomMarks(random: Random, most = 80): Marks {
  return new Map(Array.from({ length: random.whole(0, most) }, () => [random.pick(ids), randomMark(random)]));
}
