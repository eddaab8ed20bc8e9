import { expect, type Page, test } from '@playwright/test';
import { findFaults } from './axe.ts';
import { long } from './long.ts';
import { everyKind } from './page-kinds.ts';
import { chooseFile, progressOf } from './stored.ts';
import { chooseState, doneButton, openLastOfPhase } from './topic-state.ts';

/** The narrowest is for those who magnify: only scrolling sideways is different there. */
const widths = [320, 360, 1280] as const;
/** How long nothing has to change in a page that is at rest. */
const quietMilliseconds = 250;

async function answerInMock(page: Page): Promise<void> {
  await page.goto('practice/mock/?minutes=15&seed=abc');
  await page.getByRole('button', { name: 'Start the interview' }).click();
  await page.getByRole('button', { name: 'I have answered' }).click();
  await page.getByRole('radio', { name: /^Good/u }).check();
}

async function writeNote(page: Page): Promise<void> {
  await page.goto('topics/jwt/');
  await page.getByText('My notes and links').click();
  await page.getByLabel('My note').fill('Check the algorithm.');
}

/** States that a page gets into by use. */
const states: Readonly<Record<string, (page: Page) => Promise<void>>> = {
  'the search dialog with results': async (page) => {
    await page.goto('topics/jwt/');
    await page.keyboard.press('Control+k');
    await page.keyboard.type('index');
    await expect(page.locator('[data-search-results]')).toHaveAttribute('data-search-state', 'done');
  },
  'the search page with nothing found': async (page) => {
    await page.goto('search/?q=xqzvkw');
    await expect(page.locator('[data-search-results]')).toHaveAttribute('data-search-state', 'done');
  },
  'the menu of states': async (page) => {
    await page.goto('roadmaps/databases/');
    await page
      .getByRole('button', { name: /^Learning, review later or skip/u })
      .first()
      .click();
    await expect(page.getByRole('menu')).toBeVisible();
  },
  'a finished topic': async (page) => {
    await page.goto('topics/jwt/');
    await doneButton(page).click();
    await expect(page.getByText(/^Done\. 1 of \d+\. Next: /u)).toBeVisible();
    for (const summary of await page.locator('.topic-more > details > summary').all()) await summary.click();
  },
  'the contents sheet': async (page) => {
    await page.setViewportSize({ width: 360, height: 800 });
    await page.goto('topics/jwt/');
    await page.getByRole('button', { name: 'On this page' }).click();
    await expect(page.getByRole('dialog')).toBeVisible();
  },
  'checks that did not work out': async (page) => {
    await page.goto('topics/indexing/');
    await expect(page.locator('topic-contents:defined').first()).toBeAttached();
    for (const check of await page.locator('.check').all()) {
      await check.locator('summary').click();
      await check.getByRole('button', { name: 'Not yet' }).click();
    }
    await expect(page.getByText('Two of these did not work out.')).toBeVisible();
  },
  'the ticket of a phase': async (page) => {
    await openLastOfPhase(page);
    await doneButton(page).click();
    await page.getByRole('button', { name: 'Get your ticket' }).click();
    await expect(page.getByRole('dialog', { name: /^Your ticket/u })).toBeVisible();
  },
  'progress with marks': async (page) => {
    await page.goto('topics/jwt/');
    await chooseState(page, 'To review');
    await page.goto('progress/');
    await expect(page.getByRole('heading', { name: 'To review (1)' })).toBeVisible();
  },
  'a question of a plan with everything open': async (page) => {
    await page.goto('plan/#v=1&lines=backend&topics=jwt&from=2027-03-01&to=2027-06-30&off=2027-03-02');
    await page.getByRole('button', { name: 'Change: You know' }).click();
    await page.getByText('Topics that I know or want to leave out').click();
    await page.getByRole('button', { name: 'Next', exact: true }).click();
    await page.getByText('Start date, days off and what to include').click();
  },
  'a plan with what fits by its date': async (page) => {
    await page.goto('plan/#v=1&lines=backend&topics=jwt&from=2027-03-01&to=2027-06-30');
    await expect(page.getByText("Here's what fits by June 30")).toBeVisible();
    await page.getByText(/^What was left out: /u).click();
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await expect(page.getByText('Saved in this browser.')).toBeVisible();
  },
  'a practice card with its answer': async (page) => {
    await page.goto('practice/');
    await page.getByText('Limits and goal').first().click();
    await page.getByLabel('Four answers').check();
    await page.getByRole('button', { name: 'Start practicing' }).click();
    await page.getByRole('button', { name: 'Show answer' }).click();
    await expect(page.getByRole('button', { name: /^Yes, easily/u })).toBeVisible();
  },
  "today's set of an interview, begun": async (page) => {
    await page.goto('interview/');
    await page.getByRole('button', { name: "Show today's set" }).click();
    await page.getByRole('main').getByRole('link', { name: 'Start', exact: true }).click();
    await page.getByRole('button', { name: 'Show answer' }).click();
    await page.getByRole('button', { name: /^No, show again/u }).click();
    await page.goto('interview/');
    await expect(page.getByText(/^1 of \d+ done$/u)).toBeVisible();
  },
  'a mock interview with its rubric': answerInMock,
  'the summary of a mock interview': async (page) => {
    await answerInMock(page);
    await page.getByRole('button', { name: 'End the interview' }).click();
    await expect(page.getByRole('heading', { name: 'Summary' })).toBeVisible();
  },
  'the result of a placement': async (page) => {
    await page.goto('practice/placement/');
    await page.getByRole('button', { name: 'Start the placement' }).click();
    await page.getByRole('button', { name: /^Yes/u }).click();
    await page.getByRole('button', { name: 'That is enough' }).click();
    await expect(page.getByRole('heading', { name: 'What you most likely know' })).toBeVisible();
  },
  'notes of a topic': async (page) => {
    await writeNote(page);
    await page.getByLabel('Address').fill('https://example.com/jwt');
    await page.getByRole('button', { name: 'Add link' }).click();
    await expect(page.getByRole('link', { name: 'example.com/jwt' })).toBeVisible();
  },
  'my progress with notes, a role and an import': async (page) => {
    await writeNote(page);
    await doneButton(page).click();
    await page.goto('progress/?role=api-designer');
    const started = page.locator('[data-roadmaps] > ul > li:visible');
    await started
      .first()
      .getByText(/^Topics \(/u)
      .click();
    await chooseFile(page, progressOf({ jwt: ['learning', 1], sql: ['done', 1] }));
    const changes = page.getByRole('region', { name: 'What the file will change' });
    await expect(changes.getByRole('row', { name: 'Topics 1 0 1' })).toBeVisible();
  },
  'a shared link': async (page) => {
    await page.goto('progress/#shared=v1.AQ');
    await expect(page.getByRole('heading', { name: 'Someone shared their progress' })).toBeVisible();
  },
  'the table of a team': async (page) => {
    await page.goto('progress/#team=Ada~v1.AQ&Ben~v1.kiQJ');
    await expect(page.getByRole('heading', { name: 'Your team, topic by topic' })).toBeVisible();
  },
  'the gap between two levels of a role': async (page) => {
    await page.goto('roles/backend-developer/?from=mid&to=senior');
    await expect(page.getByRole('heading', { name: 'From mid to senior' })).toBeVisible();
  },
};

/** Waits until the page has drawn what it puts off: axe takes an element that comes while it looks for a fault. */
async function untilAtRest(page: Page): Promise<void> {
  await page.evaluate(
    (quiet) =>
      new Promise<void>((resolve) => {
        const done = () => {
          changes.disconnect();
          resolve();
        };
        let timer = setTimeout(done, quiet);
        const changes = new MutationObserver(() => {
          clearTimeout(timer);
          timer = setTimeout(done, quiet);
        });
        changes.observe(document, { subtree: true, childList: true, characterData: true, attributes: true });
      }),
    quietMilliseconds,
  );
}

/** The faults of the page as it is, at the widths given, and of its colors in each theme; to scroll sideways is one. */
async function faultsOf(page: Page, looked: readonly number[]): Promise<string[]> {
  await untilAtRest(page);
  const faults: string[] = [];
  const look = async (what: Parameters<typeof findFaults>[1], where: string) =>
    faults.push(...(await findFaults(page, what)).map((fault) => `${where}: ${fault}`));
  for (const width of widths) {
    await page.setViewportSize({ width, height: 800 });
    // A button that a bar at the edge half covers counts as too small, though a reader would scroll on.
    await page.evaluate(() => scrollTo({ top: 0, behavior: 'instant' }));
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    if (overflow > 0) faults.push(`${width} px: scrolls sideways by ${overflow} px`);
    if (looked.includes(width)) await look('everything', `${width} px`);
  }
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
  await look('colors', 'dark');
  return faults;
}

test.use({ contextOptions: { reducedMotion: 'reduce' } });

for (const [kind, address] of everyKind) {
  test(`${kind} has no accessibility fault on a phone and does not scroll sideways`, async ({ page }) => {
    await page.goto(address);
    expect(await faultsOf(page, [360])).toEqual([]);
  });

  test(`${kind} has no accessibility fault on a wide screen`, long, async ({ page }) => {
    await page.goto(address);
    expect(await faultsOf(page, [1280])).toEqual([]);
  });
}

for (const [name, reach] of Object.entries(states)) {
  test(`${name} has no accessibility fault and does not scroll sideways`, long, async ({ page }) => {
    await reach(page);
    expect(await faultsOf(page, [360, 1280])).toEqual([]);
  });
}

test('the skip link leads a keyboard past the header', async ({ page }) => {
  await page.goto('topics/indexing/');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Skip to content' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/#content$/u);
});
