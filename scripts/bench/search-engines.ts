import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import MiniSearch from 'minisearch';
import { type TitleFile, unpackDocuments } from '#features/search/document.ts';

/** The addresses that an engine found for each query, in the same order. */
export type Found = readonly (readonly string[])[];

/** Types every query into the search page, as a reader would. */
export async function askWayline(page: Page, queries: readonly string[]): Promise<Found> {
  const found: string[][] = [];
  for (const query of queries) found.push(await ask(page, query));
  return found;
}

async function ask(page: Page, query: string): Promise<string[]> {
  const list = page.locator('ol[data-search-results]');
  await page.getByRole('combobox').fill('');
  await list.and(page.locator('[data-search-state="idle"]')).waitFor({ state: 'attached' });
  await page.getByRole('combobox').fill(query);
  await list.and(page.locator('[data-search-state="done"]')).waitFor({ state: 'attached' });
  const links = await list
    .locator('li > a:first-child')
    .evaluateAll((anchors) => anchors.map((a) => a.getAttribute('href')));
  return links.map((link) => link ?? '');
}

/** Asks Pagefind as its documentation shows it, over the same index. */
export function askPagefind(page: Page, queries: readonly string[]): Promise<Found> {
  return page.evaluate(async (texts) => {
    const address = '/pagefind/pagefind.js';
    const pagefind = await import(address);
    const results: string[][] = [];
    for (const text of texts) {
      const answer = await pagefind.search(text);
      const pages = await Promise.all(
        answer.results.slice(0, 10).map((result: { data(): Promise<{ url: string }> }) => result.data()),
      );
      results.push(pages.map(({ url }: { url: string }) => url));
    }
    return results;
  }, queries);
}

/** Asks MiniSearch over the documents of the title index, with prefixes and the fuzziness that its documentation suggests. */
export function askMiniSearch(titleFile: string, queries: readonly string[]): Found {
  const documents = unpackDocuments((JSON.parse(readFileSync(titleFile, 'utf8')) as TitleFile).fields);
  const mini = new MiniSearch({ fields: ['title', 'aliases', 'summary'], idField: 'address', storeFields: [] });
  mini.addAll(
    documents.map((document) => ({
      ...document,
      aliases: document.aliases.join('\n'),
    })),
  );
  const options = { prefix: true, fuzzy: 0.2, boost: { title: 6, aliases: 5 } };
  return queries.map((query) => mini.search(query, options).map(({ id }) => String(id)));
}
