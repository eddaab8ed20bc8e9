import { describe, expect, it } from 'vitest';
import { textWidth } from '#features/maps/diagram/text-width.ts';

describe('textWidth', () => {
  it('is zero for no text', () => {
    expect(textWidth('', 14)).toBe(0);
  });

  it('grows with every character', () => {
    expect(textWidth('cache', 14)).toBeGreaterThan(textWidth('cach', 14));
  });

  it('grows with the size of the font', () => {
    expect(textWidth('cache', 28)).toBeGreaterThan(textWidth('cache', 14));
  });

  it('takes W for wider than i', () => {
    expect(textWidth('WWWW', 14)).toBeGreaterThan(2 * textWidth('iiii', 14));
  });

  it('is a whole number, never below the sum of its parts', () => {
    expect(textWidth('Ab1', 12.5)).toBe(Math.ceil(((680 + 590 + 680) * 12.5) / 1000));
  });
});
