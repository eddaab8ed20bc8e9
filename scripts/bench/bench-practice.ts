/**
 * Prints how long the practice room takes for a reader with 10,000 cards: the first queue of a visit, which replays all reviews,
 * and the next one, as after every answer. Usage: npm run bench:practice
 */
import type { Card } from '#features/practice/card.ts';
import { buildQueue, knownCards } from '#features/practice/queue.ts';
import type { Grade, Review } from '#features/practice/review.ts';
import { defaultSettings } from '#features/practice/settings.ts';
import { seededRandom } from '#lib/random.ts';

const count = 10_000;
const day = 86_400_000;
const now = { at: Date.UTC(2026, 10, 21, 12), offset: 60 };
const most = 100;

const random = seededRandom('bench');
const cards = Array.from({ length: count }, (_, index): Card => {
  const id = `card-${index}`;
  const level = 'beginner';
  return { id, kind: 'concept', front: id, back: id, address: '', level, roles: [], topics: [], formerIds: [] };
});

/** One to six reviews, each later than the one before. */
function randomHistory(): readonly Review[] {
  let at = now.at - 300 * day;
  return Array.from({ length: 1 + Math.floor(random() * 6) }, (): Review => {
    at += Math.ceil(random() * 40 * day);
    return { at, grade: (random() < 0.2 ? 1 : 3) as Grade, offset: 60 };
  });
}

function measure(histories: ReadonlyMap<string, readonly Review[]>): number {
  const start = process.cpuUsage();
  buildQueue(knownCards(cards, histories), { now, settings: { ...defaultSettings, perDay: 500 } });
  // Time of the processor, not of the clock: what else runs on the machine does not count.
  return process.cpuUsage(start).user / 1000;
}

const drawHistories = () => new Map(cards.map(({ id }) => [id, randomHistory()]));
const [cold = 0, ...warm] = Array.from({ length: 6 }, () => measure(drawHistories()));
const histories = drawHistories();
measure(histories);
// The fastest of some runs; the others also tell of garbage that is collected.
const first = Math.min(...warm);
const next = Math.min(...Array.from({ length: 5 }, () => measure(histories)));
const reviews = [...histories.values()].reduce((sum, history) => sum + history.length, 0);
console.log(`Queue of ${count} cards with ${reviews} reviews, in milliseconds of processor time (at most ${most}):`);
console.log(
  `first of a visit: ${first.toFixed(0)} (${cold.toFixed(0)} with code that was never run); after an answer: ${next.toFixed(0)}`,
);
if (Math.max(first, next) > most) process.exitCode = 1;
