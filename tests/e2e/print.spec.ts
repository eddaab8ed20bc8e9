import { expect, type Page, test } from '@playwright/test';
import { longIf } from './long.ts';
import { pageKinds } from './page-kinds.ts';
import { isPrinted, printPage, squeeze, textOf, textsOffSheet } from './printed.ts';

test.beforeEach(({ page }) => page.emulateMedia({ media: 'print' }));

test('a printed topic is its text: no navigation, no buttons, answers open', async ({ page }) => {
  await page.goto('topics/indexing/');
  await expect(page.getByRole('navigation', { name: 'Main' })).toBeHidden();
  await expect(page.getByRole('contentinfo')).toBeHidden();
  await expect(page.getByRole('button', { name: 'Copy link' })).toBeHidden();
  await expect(page.getByText('The first and the third.')).toBeVisible();
});

test('a printed roadmap keeps its line, and fits the width of A4', async ({ page }) => {
  await page.setViewportSize({ width: 718, height: 1000 });
  await page.goto('roadmaps/backend/');
  await expect(page.getByText('Database indexing').first()).toBeVisible();
  await expect(page.locator('.stop-more:visible')).toHaveCount(0);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(718);
});

/** What readers print, with the most sheets that it may take: about twelve questions fit on one, and a topic with all its code takes up to 17. */
const printed: Readonly<Record<string, { readonly address: string; readonly most: number }>> = {
  roadmap: { address: pageKinds['roadmap of a language'], most: 12 },
  'roadmap with a choice': { address: pageKinds.roadmap, most: 16 },
  'prerequisite map': { address: pageKinds['prerequisite map'], most: 12 },
  topic: { address: pageKinds.topic, most: 17 },
  'topic with a sequence diagram': { address: pageKinds['topic with a sequence diagram'], most: 15 },
  role: { address: pageKinds.role, most: 14 },
  questions: { address: pageKinds.questions, most: 30 },
  'questions of a role': { address: 'questions/?role=api-designer', most: 8 },
  question: { address: pageKinds.question, most: 9 },
  'design challenge': { address: pageKinds['design challenge'], most: 14 },
  project: { address: pageKinds.project, most: 11 },
  comparison: { address: pageKinds.comparison, most: 7 },
  source: { address: pageKinds.source, most: 30 },
  plan: { address: 'plan/#v=1&lines=nodejs&from=2027-03-01', most: 20 },
};

for (const format of ['A4', 'Letter'] as const) {
  for (const [kind, { address, most }] of Object.entries(printed)) {
    test(
      `${kind} prints whole on ${format}, without an empty sheet`,
      longIf(format !== 'A4' || !['topic', 'plan'].includes(kind)),
      async ({ page }) => {
        await page.goto(address);
        if (kind === 'plan') await expect(page.locator('[data-headline]')).toContainText('You finish on');
        if (kind === 'questions of a role')
          await expect(page.getByText(/^\d+ of \d+ questions: API Designer$/u)).toBeVisible();
        const wanted = await visibleTexts(page);
        const sheets = await printPage(page, format);
        const text = textOf(sheets);
        expect(sheets.length).toBeLessThanOrEqual(most);
        expect(textsOffSheet(sheets)).toEqual([]);
        expect(wanted.length).toBeGreaterThan(5);
        expect(wanted.filter((words) => !isPrinted(words, sheets))).toEqual([]);
        expect(sheets.filter(({ texts }) => texts.length === 0)).toEqual([]);
        expect(sheets.map(({ foot }) => squeeze(foot))).toEqual(sheets.map((_, at) => `${at + 1}/${sheets.length}`));
        if (kind === 'plan') expect(text).toContain(squeeze('To open and change the plan: http'));
        if (kind === 'topic') expect(text).toContain('(https://use-the-index-luke.com/)');
        if (kind === 'questions of a role') expect(text).toMatch(/\d+of\d+questions:APIDesigner/u);
        for (const chrome of ['Skip to content', 'Copy link', 'Mark as', 'Markdown or JSON', 'Plan my dates'])
          expect(text).not.toContain(squeeze(chrome));
      },
    );
  }
}

/** The headings, cells and paragraphs that print media show; those with outside links get addresses, and are left out. */
function visibleTexts(page: Page): Promise<string[]> {
  return page
    .locator('main :is(h1, h2, h3, h4, th, td, p, summary):not(:has(a[href^="https:"]))')
    .evaluateAll((elements) =>
      elements
        .filter(
          (element) => element.checkVisibility({ visibilityProperty: true }) && !element.closest('.visually-hidden'),
        )
        .filter((element) => !element.querySelector('.visually-hidden, p'))
        .map((element) => (element as HTMLElement).innerText)
        .filter((text) => text.trim() !== ''),
    );
}
