import { expect, it } from 'vitest';
import { textWidth } from '#features/maps/diagram/text-width.ts';

it('the width of a text grows with its characters and the size of the font, and knows W for wider than i', () => {
  expect(textWidth('', 14)).toBe(0);
  expect(textWidth('cache', 14)).toBeGreaterThan(textWidth('cach', 14));
  expect(textWidth('cache', 28)).toBeGreaterThan(textWidth('cache', 14));
  expect(textWidth('WWWW', 14)).toBeGreaterThan(2 * textWidth('iiii', 14));
});

it('the width of a text is a whole number, never below the sum of its parts', () => {
  expect(textWidth('Ab1', 12.5)).toBe(Math.ceil(((680 + 590 + 680) * 12.5) / 1000));
});
