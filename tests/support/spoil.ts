import type { Random } from './random.ts';

/** What breaks parsers: names of prototypes, loose punctuation, numbers out of range, half characters. */
const pieces = [
  '__proto__',
  '{"__proto__":{"polluted":1}}',
  'constructor',
  '"',
  ...'{}[],:-',
  '1e999',
  'null',
  'true',
  '"done"',
  '"version":2',
  '{"version":2}',
  'javascript:alert(1)',
  'https://',
  '\\u0000',
  '\u0000',
  '9'.repeat(30),
  '9'.repeat(400),
  'é',
  '\ud83d',
];

/**
 * A text with up to five places where characters are put in, taken out or replaced.
 * @param own breaks the parser that reads the text.
 */
export function spoil(text: string, random: Random, own: readonly string[] = []): string {
  let spoiled = text;
  for (let round = random.whole(1, 5); round > 0; round -= 1) {
    const at = random.whole(0, spoiled.length);
    const piece = random.chance(0.7) ? random.pick([...pieces, ...own]) : '';
    spoiled = spoiled.slice(0, at) + piece + spoiled.slice(at + random.whole(0, random.chance(0.2) ? 20 : 2));
  }
  return spoiled;
}
