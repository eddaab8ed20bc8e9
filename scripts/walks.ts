/**
 * Walks the built site as three visitors do, on a phone and on a desktop, light and dark, with a picture of every screen in
 * .cache/walks/. Prints the clicks and seconds to what each came for, and fails when one takes more clicks than it may.
 * Usage: npm run build && npm run walks
 */
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { join, resolve } from 'node:path';
import { chromium, type Locator, type Page } from '@playwright/test';
import { findBrowser } from './find-browser.ts';
import { serve } from './serve/server.ts';

const folder = resolve('.cache/walks');
const sizes = [
  { width: 390, height: 844 },
  { width: 1280, height: 900 },
] as const;
const themes = ['light', 'dark'] as const;

interface Visit {
  readonly page: Page;
  readonly click: (target: Locator) => Promise<void>;
  /** Takes a picture of what the visitor sees without scrolling. */
  readonly look: (screen: string) => Promise<void>;
  /** The visitor has what they came for: says after how many clicks, and how many it may take. */
  readonly reach: (value: string, goal: number) => void;
}

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
const link = (page: Page, name: string | RegExp) => page.getByRole('link', { name }).first();
const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first();
const firstLab = 'run-your-first-program';

const walks: Readonly<Record<string, (visit: Visit) => Promise<void>>> = {
  async beginner({ page, click, look, reach }) {
    await look('home');
    await click(link(page, "I'm new"));
    await link(page, 'Run your first program').waitFor();
    reach('their roadmap, with the first step at its top', 1);
    await look('roadmap');
    await click(link(page, 'Run your first program'));
    await look('first-lab');
    await click(page.locator('[data-lab-run]'));
    await page.locator('[data-lab-check][data-state="passed"]').first().waitFor({ timeout: 60_000 });
    reach('a first program that ran, and a passed check', 3);
    await look('first-run');
    await page.locator('[data-lab-editor]').click();
    await page.keyboard.press('Control+a');
    await page.keyboard.insertText(readFileSync(join('content/labs', firstLab, 'solution.js'), 'utf8'));
    await click(page.locator('[data-lab-run]'));
    await page.locator('[data-lab-status][data-state="passed"]').waitFor();
    reach('a passed lab', 4);
    await look('passed');
    await page.goBack();
    await click(link(page, /^Start: /u));
    await look('topic');
    await click(button(page, /^(?:Mark done|Done)$/u));
    await page.getByText(/^Done\. 1 of \d+\. Next: /u).waitFor();
    await look('topic-done');
    await page.goto(new URL('/', page.url()).href);
    await link(page, /^Continue/u).waitFor();
    await look('home-returning');
  },
  async candidate({ page, click, look, reach }) {
    await look('home');
    await click(link(page, /^Interview on a date/u));
    await page.getByLabel(/^Interview date/u).fill(inDays(14));
    await look('interview');
    await click(button(page, "Show today's set"));
    await page.getByText(/^Today: \d+ questions/u).waitFor();
    reach("today's set of questions", 2);
    await look('today');
    await click(page.getByRole('main').getByRole('link', { name: 'Start', exact: true }));
    await button(page, 'I have an answer').waitFor();
    reach('the first question', 3);
    await look('question');
    await click(button(page, 'I have an answer'));
    await look('answer');
    await page.goto(new URL('/practice/mock/?role=nodejs-developer', page.url()).href);
    await look('mock');
    await page.goto(new URL('/', page.url()).href);
    await link(page, /^Interview in \d+ days/u).waitFor();
    await look('home-returning');
  },
  async lead({ page, click, look, reach }) {
    await look('home');
    await click(page.getByRole('main').getByRole('link', { name: 'Backend', exact: true }).last());
    await look('roadmap');
    await click(link(page, /study plan|^Plan$/iu));
    await look('plan-question');
    await click(button(page, 'Show my plan'));
    await page
      .locator('[data-headline]')
      .filter({ hasText: /You finish on|what fits/u })
      .waitFor();
    reach('a study plan', 3);
    await look('plan');
    await page.goto(new URL('/roles/backend-developer/?from=mid&to=senior', page.url()).href);
    await look('role-gap');
    await page.goto(new URL('/progress/#team=Ada~v1.AQ&Ben~v1.kiQJ', page.url()).href);
    await page.getByRole('heading', { name: 'Your team, topic by topic' }).waitFor();
    await look('team');
  },
};

rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
const server = await serve({ folder: resolve('dist'), base: '/', port: 0 });
const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
const { path, env } = await findBrowser();
const browser = await chromium.launch({
  executablePath: path,
  env: { ...(process.env as Record<string, string>), ...env },
});

async function walk(visitor: string, { size, theme }: { size: (typeof sizes)[number]; theme: string }): Promise<void> {
  const context = await browser.newContext({ viewport: size, colorScheme: theme as 'light', reducedMotion: 'reduce' });
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  const started = performance.now();
  let clicks = 0;
  let pictures = 0;
  await page.goto(origin);
  await walks[visitor]?.({
    page,
    async click(target) {
      clicks += 1;
      await target.click();
    },
    async look(screen) {
      await page.waitForLoadState('load');
      await page.waitForTimeout(500); // fonts, and what a page draws from storage
      pictures += 1;
      await page.screenshot({ path: join(folder, `${visitor}-${size.width}-${theme}-${pictures}-${screen}.png`) });
    },
    reach(value, goal) {
      const seconds = ((performance.now() - started) / 1000).toFixed(0);
      const verdict = clicks <= goal ? '' : `, more than the ${goal} it may take`;
      if (clicks > goal) process.exitCode = 1;
      console.log(`${visitor}, ${size.width} px, ${theme}: ${value} after ${clicks} clicks, ${seconds} s${verdict}`);
    },
  });
  await context.close();
}

try {
  for (const visitor of Object.keys(walks))
    for (const size of sizes) for (const theme of themes) await walk(visitor, { size, theme });
} finally {
  await browser.close();
  server.close();
}
