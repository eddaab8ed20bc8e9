import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { toPage } from '#scripts/site/built-site.ts';
import { budget, overBudget, weighPages } from '#scripts/site/weights.ts';

let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'weights-'));
  mkdirSync(join(folder, 'search'));
  writeFileSync(join(folder, 'search/titles.json'), '{"fields":{"title":[]}}');
});

afterEach(() => rmSync(folder, { recursive: true }));

/** A site of one page, which compression makes little smaller. */
const siteWith = (address: string, bytes: number) => ({
  folder,
  base: '/',
  files: new Set<string>(),
  pages: [toPage(address, `<!doctype html>${randomBytes(bytes / 2).toString('hex')}`)],
});

const overBudgetOf = async (site: ReturnType<typeof siteWith>) => overBudget(site, await weighPages(site));

it('overBudget names a list over its budget with its bytes, and none within it', async () => {
  expect(await overBudgetOf(siteWith('/roadmaps/backend/', 2.4 * budget.listHtml))).toEqual([
    expect.stringMatching(/^\/roadmaps\/backend\/ HTML bytes: \d+ of at most 30720\.$/u),
  ]);
  expect(await overBudgetOf(siteWith('/roadmaps/backend/', 1.5 * budget.listHtml))).toEqual([]);
});

it('overBudget allows a topic one style sheet, other pages one of their own besides', async () => {
  const requestsOver = async (address: string) => {
    const [page] = await weighPages(siteWith(address, 10));
    const requests = budget.topicRequests + 1;
    return page && overBudget(siteWith(address, 10), [{ ...page, requests }]);
  };
  expect(await requestsOver('/topics/indexing/')).toEqual(['/topics/indexing/ requests: 6 of at most 5.']);
  expect(await requestsOver('/roadmaps/backend/')).toEqual([]);
});

describe('the budget of a kind', () => {
  const [light, heavy] = [1.5 * budget.htmlMedian, 2.4 * budget.htmlMedian];
  const siteOf = (...bytes: number[]) => {
    const pages = bytes.flatMap((size, at) => siteWith(`/topics/${at}/`, size).pages);
    return { ...siteWith('', 0), pages };
  };

  it('is for the page in the middle', async () => {
    expect(await overBudgetOf(siteOf(light, heavy, light))).toEqual([]);
    expect(await overBudgetOf(siteOf(light, heavy, heavy, light))).toEqual([
      'topics: 2 of 4 pages have at most 14336 bytes of HTML; more than half must.',
    ]);
  });

  it('is for the exact weight, also where the pages were weighed quickly', async () => {
    const site = siteOf(light);
    const quick = (await weighPages(site, 'quick')).map((weight) => ({ ...weight, html: budget.htmlMedian + 1 }));
    expect(await overBudget(site, quick)).toEqual([]);
  });
});

const faultsWith = (titles: number, bytes: number) => {
  const rest = randomBytes(bytes).toString('base64');
  writeFileSync(
    join(folder, 'search/titles.json'),
    JSON.stringify({ fields: { title: Array(titles).fill('') }, rest }),
  );
  return overBudget({ folder, base: '/', files: new Set(), pages: [] }, []);
};

it('the budget of the title index is for 500 documents, and grows with them', async () => {
  expect(await faultsWith(10, 0.9 * budget.titleIndex)).toEqual([]);
  expect(await faultsWith(500, 1.1 * budget.titleIndex)).toEqual([expect.stringContaining('of at most 61440.')]);
  expect(await faultsWith(1000, 1.1 * budget.titleIndex)).toEqual([]);
  expect(await faultsWith(1000, 2.1 * budget.titleIndex)).toEqual([expect.stringContaining('of at most 122880.')]);
});

it('weighPages never weighs a page less when it is quick, and all else the same', async () => {
  writeFileSync(join(folder, 'a.css'), 'p { color: red }'.repeat(50));
  const words = Array.from({ length: 4000 }, (_, at) => `word${at % 97} of ${at % 31}`).join(' ');
  const html = `<link rel="stylesheet" href="/a.css"><p>${words}</p>`;
  const site = { ...siteWith('/topics/a/', 0), pages: [toPage('/topics/a/', html)] };
  const [[exact], [quick]] = [await weighPages(site), await weighPages(site, 'quick')];
  expect(quick?.html).toBeGreaterThanOrEqual(exact?.html ?? Number.NaN);
  expect({ ...quick, html: 0 }).toEqual({ ...exact, html: 0 });
  expect(exact?.css).toBeGreaterThan(0);
});

it('weighPages takes the size of a page that is compressed already from its file, when it is quick', async () => {
  mkdirSync(join(folder, 'topics/a'), { recursive: true });
  writeFileSync(join(folder, 'topics/a/index.html.br'), 'compressed');
  const site = { ...siteWith('/topics/a/', 4000), files: new Set(['/topics/a/index.html.br']) };
  expect(await weighPages(site, 'quick')).toMatchObject([{ html: 'compressed'.length }]);
});
