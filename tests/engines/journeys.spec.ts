import { expect } from '@playwright/test';
import { test } from './engine-test.ts';
import { expectAttribute, expectText, fill, storedUnder } from './tab-steps.ts';

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
const done = '[data-topic="indexing"] [data-done]';

test('a topic is found by the search and opened with Enter', async ({ tab, site }) => {
  await tab.open(site.address);
  await tab.click('[data-search-open]');
  await expect.poll(() => tab.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('combobox');
  await tab.type('indexing');
  await expectAttribute(tab, '[data-search-results]', 'data-search-state', 'done');
  await expectText(tab, '[data-search-results] [aria-selected="true"]', 'Database indexing');
  await tab.press('Enter');
  await expectText(tab, 'h1', 'Database indexing');
});

test('a topic that is marked done is done on the next visit, and counted', async ({ tab, site }) => {
  await tab.open(`${site.address}topics/indexing/`);
  await tab.click(`${done}`);
  await expectAttribute(tab, done, 'aria-pressed', 'true');
  await tab.open(`${site.address}progress/`);
  await expectText(tab, 'main', 'Done (1)');
  await tab.open(`${site.address}topics/indexing/`);
  await expectAttribute(tab, done, 'aria-pressed', 'true');
});

test('a mark shows on the roadmap that the reader goes back to', async ({ tab, site }) => {
  await tab.open(`${site.address}roadmaps/databases/`);
  await tab.click('main a', 'Database indexing');
  await tab.click(`${done}`);
  await expectAttribute(tab, done, 'aria-pressed', 'true');
  await tab.back();
  await expectText(tab, 'main', /1 of \d+ topics done/u);
});

test('a note is kept while it is written', async ({ tab, site }) => {
  await tab.open(`${site.address}topics/jwt/`);
  await tab.click('topic-notes summary');
  await tab.click('topic-notes textarea');
  await tab.type('Check the issuer.');
  await expectText(tab, 'topic-notes', 'Saved in this browser.');
  await tab.reload();
  await expectText(tab, 'topic-notes summary', 'My notes and links (1 note)');
  await tab.click('topic-notes summary');
  const note = () => tab.evaluate(() => document.querySelector<HTMLTextAreaElement>('topic-notes textarea')?.value);
  await expect.poll(note).toBe('Check the issuer.');
});

test('what was forgotten stays forgotten after Back', async ({ tab, site, engine }) => {
  await tab.open(`${site.address}about/`);
  await tab.evaluate(() => {
    const store = (key: string, value: object) => localStorage.setItem(`wayline:${key}`, JSON.stringify(value));
    store('progress', { kind: 'wayline-progress', version: 1, topics: { indexing: ['done', 9] } });
    store('notes', { kind: 'wayline-notes', version: 1, items: { indexing: ['private', 9] } });
  });
  await tab.open(`${site.address}topics/indexing/`);
  await expectAttribute(tab, done, 'aria-pressed', 'true');
  await tab.evaluate(() => {
    addEventListener('pageshow', ({ persisted }) => {
      document.documentElement.dataset['persisted'] = String(persisted);
    });
  });
  await tab.open(`${site.address}progress/`);
  await tab.click('[data-forget]');
  await expectText(tab, 'main', 'All your data is deleted.');
  await tab.back();
  if (engine.keepsPages) await expectAttribute(tab, 'html', 'data-persisted', 'true');
  await expectAttribute(tab, done, 'aria-pressed', 'false');
  await tab.click('topic-notes summary');
  const note = () => tab.evaluate(() => document.querySelector<HTMLTextAreaElement>('topic-notes textarea')?.value);
  await expect.poll(note).toBe('');
  expect(await storedUnder(tab, 'wayline:notes')).toBeNull();
  await tab.click(done);
  await expect.poll(() => storedUnder(tab, 'wayline:progress')).toMatch(/"topics":\{"indexing":\["done",\d{3,}\]\}/u);
});

test('five questions make a plan, and it is kept', async ({ tab, site }) => {
  await tab.open(`${site.address}plan/`);
  for (const question of ['What is the plan for?', 'What do you want to learn?', 'What do you already know?']) {
    await expectText(tab, 'main', question);
    await tab.click('main button', 'Next');
  }
  await tab.click('main button', 'Show my plan');
  await expectText(tab, '[data-headline]', /^You finish on \w+ \d+, \d{4}$/u);
  await tab.click('main button', 'Save');
  await expectText(tab, 'main', 'Saved in this browser.');
  await tab.open(site.address);
  await tab.open(`${site.address}plan/`);
  await expectText(tab, 'main', 'Your plans');
});

test('a candidate gets a set of questions for today', async ({ tab, site }) => {
  await tab.open(`${site.address}interview/`);
  await expect
    .poll(() => tab.evaluate(() => document.querySelector('interview-prep:defined, [data-edit]') !== null))
    .toBe(true);
  await fill(tab, '#interview-role', 'nodejs-developer');
  await fill(tab, '#interview-language', 'nodejs');
  await fill(tab, '#interview-date', inDays(14));
  await tab.click('main button', "Show today's set");
  await expectText(tab, 'main', /Interview on .*: 14 days left/u);
  await expectText(tab, 'main', /Today: \d+ questions · 1 lab/u);
  await tab.reload();
  await expectText(tab, 'main', /Today: \d+ questions · 1 lab/u);
});

test('a question is answered before its answer is seen', async ({ tab, site }) => {
  await tab.open(`${site.address}questions/acid-properties/`);
  await tab.click('main .note-pad textarea');
  await tab.type('All or nothing.');
  await expectText(tab, 'main', 'Saved in this browser.');
  expect(await tab.evaluate(() => document.querySelector('#short-answer')?.checkVisibility())).toBe(false);
  await tab.click('main summary', 'Show the answer');
  await expect.poll(() => tab.evaluate(() => document.querySelector('#short-answer')?.checkVisibility())).toBe(true);
  await tab.reload();
  const answer = () => tab.evaluate(() => document.querySelector<HTMLTextAreaElement>('.note-pad textarea')?.value);
  await expect.poll(answer).toBe('All or nothing.');
});

test('a card is practiced, and counts', async ({ tab, site }) => {
  await tab.open(`${site.address}practice/`);
  await tab.click('main button', 'Start practicing');
  await tab.click('main button', 'Show answer');
  await tab.click('main button', 'Yes, I knew it…');
  await expect.poll(() => storedUnder(tab, 'wayline:practice')).toMatch(/"reviews":\{"/u);
});
