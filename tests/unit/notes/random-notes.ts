import { type Item, linkKey, maxOf, type Notes } from '#features/notes/notes.ts';
import type { Random } from '../../support/random.ts';

const topics = [...Array.from({ length: 100 }, (_, index) => `topic-${index}`), 'constructor', 'valueof', '0', 'x-1-y'];

const addresses = [
  'https://example.com/',
  'http://localhost:8080/a%20b?c=d#e',
  'https://xn--bcher-kva.example/%F0%9F%90%98',
  'https://example.com/__proto__',
  `https://example.com/${'a'.repeat(maxOf.address - 20)}`,
];

const letters = 'abc ABC äöü 漢字 🐘\n\t\r"\\/<b>&amp;{}[]__proto__\u0000\u2028';

/** Notes as a reader may have them: any characters, deleted texts, and times that tie. */
export function randomNotes(random: Random, most = 40): Notes {
  return new Map(Array.from({ length: random.whole(0, most) }, () => randomEntry(random)));
}

function randomEntry(random: Random): [string, Item] {
  const isLink = random.chance(0.4);
  const topic = random.pick(topics);
  const key = isLink ? linkKey(topic, random.pick(addresses)) : topic;
  const text = random.chance(0.15) ? '' : random.text(letters, random.whole(1, isLink ? 50 : 400));
  return [key, { text, at: random.chance(0.5) ? random.whole(0, 9) : random.whole(0, 8.64e15) }];
}
