import { describe, expect, it } from 'vitest';
import { themeScript } from '#lib/security/theme-script.ts';

/** Runs the script on a page whose storage answers as given, and returns the theme that it sets. */
function themeAfter(getItem: (key: string) => string | null): string | undefined {
  const dataset: { theme?: string } = {};
  const run = new Function('localStorage', 'document', themeScript);
  run({ getItem }, { documentElement: { dataset } });
  return dataset.theme;
}

describe('the theme script', () => {
  it.each([
    ['light', 'light'],
    ['dark', 'dark'],
    [null, undefined],
    ['', undefined],
    ['auto', undefined],
    ['"><script>', undefined],
  ])('makes of the remembered theme %j the theme %j', (remembered, theme) => {
    expect(themeAfter((key) => (key === 'wayline:theme' ? remembered : null))).toBe(theme);
  });

  it('says nothing where storage is blocked', () => {
    const blocked = () => {
      throw new Error('SecurityError');
    };
    expect(themeAfter(blocked)).toBeUndefined();
  });
});
