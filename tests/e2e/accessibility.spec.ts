import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { everyKind } from './page-kinds.ts';

const widths = [360, 1280] as const;
const themes = ['light', 'dark'] as const;

/**
 * What axe can't decide by itself here, each with the reason why it is fine.
 * Anything else that comes back undecided fails the test.
 */
const decidedByHand: Readonly<Record<string, string>> = {
  'color-contrast': 'Text over drawings and borders: pairs of tokens are proved in tests/unit/styles/tokens.test.ts.',
  'target-size': 'Links inside lines of text, which the success criterion exempts.',
};

for (const theme of themes) {
  for (const width of widths) {
    test.describe(`at ${width} px in the ${theme} theme`, () => {
      test.use({ colorScheme: theme, viewport: { width, height: 800 }, contextOptions: { reducedMotion: 'reduce' } });

      for (const [kind, address] of everyKind) {
        test(`${kind} has no accessibility fault and does not scroll sideways`, async ({ page }) => {
          await page.goto(address);
          const { violations, incomplete } = await new AxeBuilder({ page })
            .options({ rules: { 'target-size': { enabled: true } }, resultTypes: ['violations', 'incomplete'] })
            .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
            .analyze();
          const faults = violations.map(
            ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`,
          );
          const undecided = incomplete.map(({ id }) => id).filter((id) => !(id in decidedByHand));
          expect(faults).toEqual([]);
          expect(undecided).toEqual([]);
          const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
          expect(overflow).toBeLessThanOrEqual(0);
        });
      }
    });
  }
}

test('every kind of page reflows at 320 px', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  for (const [kind, address] of everyKind) {
    await page.goto(address);
    expect(await page.evaluate(() => document.documentElement.scrollWidth), kind).toBeLessThanOrEqual(320);
  }
});

test('the skip link leads a keyboard past the header', async ({ page }) => {
  await page.goto('topics/indexing/');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Skip to content' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/#content$/u);
});
