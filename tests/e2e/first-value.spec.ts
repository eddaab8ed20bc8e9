import { expect, type Page, test } from '@playwright/test';

/** Counts clicks of the mouse over all pages of a visit; Enter and labels make clicks that nobody pressed. */
async function countClicks(page: Page): Promise<() => Promise<number>> {
  await page.addInitScript(() => {
    const count = ({ isTrusted, detail }: MouseEvent) => {
      if (isTrusted && detail > 0)
        sessionStorage.setItem('clicks', String(1 + Number(sessionStorage.getItem('clicks'))));
    };
    addEventListener('click', count, { capture: true });
  });
  await page.goto('./');
  return () => page.evaluate(() => Number(sessionStorage.getItem('clicks')));
}

const heading = (page: Page) => page.getByRole('heading', { level: 1 });

/** The three visitors, what each one came for, and the most clicks that it may take. */
const visitors = [
  {
    who: 'a beginner sees the output of a first program',
    most: 3,
    visit: async (page: Page) => {
      await page.getByRole('link', { name: /^I'm new: start here/u }).click();
      await expect(page.getByRole('link', { name: 'How to install them' })).toBeVisible();
      await page.getByRole('link', { name: 'Start', exact: true }).click();
      await page.getByRole('button', { name: 'Run', exact: true }).click();
      await expect(page.locator('[data-lab-check][data-state="passed"]').first()).toBeVisible();
      await expect(page.getByRole('region', { name: 'Output' })).toContainText('Hello, Ada!');
    },
  },
  {
    who: 'a candidate sees what to do today',
    most: 2,
    visit: async (page: Page) => {
      await page.getByRole('link', { name: /^I have an interview/u }).click();
      await page.getByRole('button', { name: "Show today's set" }).click();
      await expect(page.getByText(/^Today: \d+ questions/u)).toBeVisible();
    },
  },
  {
    who: 'a developer who searches for a skill reads about it',
    most: 1,
    visit: async (page: Page) => {
      await page.getByRole('banner').getByRole('link', { name: 'Search' }).click();
      await page.keyboard.type('database indexing');
      // An option is selected once the list answers what was typed to the end.
      const selected = page.getByRole('dialog').getByRole('option', { selected: true });
      await expect(selected).toContainText('Database indexing');
      await page.keyboard.press('Enter');
      await expect(heading(page)).toHaveText('Database indexing');
    },
  },
  {
    who: 'a developer who finds a skill on the map reads about it',
    most: 1,
    visit: async (page: Page) => {
      await page
        .getByRole('group', { name: 'The network' })
        .getByRole('link', { name: /^GraphQL caching/u })
        .click();
      await expect(heading(page)).toHaveText(/^GraphQL caching/u);
    },
  },
] as const;

for (const { who, most, visit } of visitors)
  test(`${who} after ${most === 1 ? '1 click' : `${most} clicks`} at most`, async ({ page }) => {
    await page.setViewportSize({ width: 1280, height: 900 });
    const clicks = await countClicks(page);
    await visit(page);
    const count = await clicks();
    console.log(`${who}: ${count} of at most ${most} clicks`);
    expect(count).toBeGreaterThan(0);
    expect(count).toBeLessThanOrEqual(most);
  });
