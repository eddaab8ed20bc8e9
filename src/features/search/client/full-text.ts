import { splitExcerpt } from '../excerpt.ts';
import { type Filters, facets } from '../filters.ts';
import type { Passage } from '../merge.ts';
import { passageCoverage, passageSpread } from '../passage-coverage.ts';

/** As much of Pagefind's interface as is used: https://pagefind.app/docs/api/ */
interface PagefindModule {
  createInstance(options: { baseUrl: string; excerptLength: number; noWorker: boolean }): Pagefind;
}

interface Pagefind {
  search(
    words: string,
    options: { filters: Record<string, string> },
  ): Promise<{ results: { data(): Promise<PagefindPage> }[] }>;
}

interface PagefindPage {
  readonly url: string;
  readonly excerpt: string;
  readonly meta: { readonly title?: string };
  readonly sub_results?: readonly PagefindSection[];
}

interface PagefindSection {
  readonly title: string;
  readonly excerpt: string;
  readonly anchor?: { readonly id: string };
  readonly weighted_locations: readonly { readonly balanced_score: number }[];
}

const mostPages = 3;
const excerptWords = 22;
const longestWait = 10_000;

let loading: Promise<Pagefind> | undefined;

/** Finds the pages whose full text has all the words, the best first; no page that merely comes near. */
export async function findPassages(
  base: string,
  { words, filters }: { words: readonly string[]; filters: Filters },
): Promise<Passage[]> {
  const chosen = facets.filter((facet) => filters[facet] !== '').map((facet) => [facet, filters[facet]] as const);
  try {
    const pages = await Promise.race([searchPages(base, words.join(' '), Object.fromEntries(chosen)), tooLate()]);
    // Pagefind answers an unknown word with the longest beginning that it knows: that is not what was asked for.
    return pages.map((page) => toPassage(page, words)).filter(({ coverage }) => coverage > 0);
  } catch (error) {
    // The next search starts it anew.
    loading = undefined;
    throw error;
  }
}

async function searchPages(base: string, words: string, filters: Record<string, string>): Promise<PagefindPage[]> {
  const pagefind = await loadPagefind(base);
  const { results } = await pagefind.search(words, { filters });
  return Promise.all(results.slice(0, mostPages).map((result) => result.data()));
}

/** Pagefind waits for ever when one of its files does not load. */
async function tooLate(): Promise<never> {
  await new Promise((resolve) => setTimeout(resolve, longestWait));
  throw new Error('Pagefind does not answer.');
}

function loadPagefind(base: string): Promise<Pagefind> {
  loading ??= importPagefind(`${base}pagefind/pagefind.js`);
  return loading;
}

/** A module that failed to load stays failed in the browser, so that another try needs another address. */
let tries = 0;

async function importPagefind(address: string): Promise<Pagefind> {
  tries += 1;
  const { createInstance }: PagefindModule = await import(
    /* @vite-ignore */ tries > 1 ? `${address}?try=${tries}` : address
  );
  // Trusted Types forbid its worker.
  return createInstance({ baseUrl: '/', excerptLength: excerptWords, noWorker: true });
}

function toPassage(
  { url, excerpt, meta, sub_results: sections = [] }: PagefindPage,
  words: readonly string[],
): Passage {
  const weight = (section: PagefindSection) =>
    section.weighted_locations.reduce((sum, { balanced_score: score }) => sum + score, 0);
  const cuts = sections.map((section) => ({ section, pieces: splitExcerpt(section.excerpt) }));
  const [best] = cuts
    .map((cut) => ({ ...cut, coverage: passageCoverage(cut.pieces, words) }))
    .toSorted(
      (a, b) =>
        b.coverage - a.coverage ||
        Number(Boolean(b.section.anchor)) - Number(Boolean(a.section.anchor)) ||
        weight(b.section) - weight(a.section),
    );
  const pieces = best?.pieces ?? splitExcerpt(excerpt);
  return {
    address: url,
    title: meta.title ?? url,
    pieces,
    coverage: best?.coverage ?? passageCoverage(pieces, words),
    spread: passageSpread(pieces, words),
    section: best?.section.anchor ? { title: best.section.title, anchor: best.section.anchor.id } : undefined,
  };
}
