import { href } from '#lib/href.ts';
import { wordsOf } from '#lib/text/text.ts';
import { type Filters, facets } from '../filters.ts';
import { countWords, type Passage, splitExcerpt } from '../passages.ts';
import type { Query } from '../query.ts';

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

const maxPages = 3;
const excerptWords = 22;
const longestWait = 10_000;
/** Every word costs a part of the index, and few pages have more of them in one passage. */
const maxWords = 4;

let loading: Promise<Pagefind> | undefined;

/** Finds the pages whose full text has all the words, the best first; no page that merely comes near. */
export async function findPassages(query: Query, filters: Filters): Promise<readonly Passage[]> {
  const chosen = facets.filter((facet) => filters[facet] !== '').map((facet) => [facet, filters[facet]] as const);
  const words = wordsFor(query);
  if (words.length === 0) return [];
  try {
    const pages = await Promise.race([searchPages(words.join(' '), Object.fromEntries(chosen)), tooLate()]);
    return pages.flatMap((page) => toPassage(page, words));
  } catch (error) {
    // The next search loads it again.
    loading = undefined;
    throw error;
  }
}

/** The words of a query as they were typed, signs and all: the longest say most. */
function wordsFor({ text, terms }: Query): readonly string[] {
  const matter = new Set(terms.map(({ typed }) => typed));
  const typed = text.split(/[\s,;:!?"()]+/u).filter((word) => wordsOf(word).some((part) => matter.has(part)));
  const longest = typed.toSorted((a, b) => b.length - a.length).slice(0, maxWords);
  return typed.filter((word) => longest.includes(word));
}

async function searchPages(words: string, filters: Record<string, string>): Promise<PagefindPage[]> {
  loading ??= importPagefind(href('/pagefind/pagefind.js'));
  const { results } = await (await loading).search(words, { filters });
  return Promise.all(results.slice(0, maxPages).map((result) => result.data()));
}

/** Pagefind waits forever when one of its files does not load. */
async function tooLate(): Promise<never> {
  await new Promise((resolve) => setTimeout(resolve, longestWait));
  throw new Error('Pagefind does not answer.');
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

/** The passage of a page with most of the words; none where Pagefind matched only the beginning of a word. */
function toPassage(
  { url, excerpt, meta, sub_results: sections = [] }: PagefindPage,
  words: readonly string[],
): readonly Passage[] {
  const weight = ({ weighted_locations: locations }: PagefindSection) =>
    locations.reduce((sum, { balanced_score: score }) => sum + score, 0);
  const [best] = sections
    .map((section) => ({ section, count: countWords(splitExcerpt(section.excerpt), words) }))
    .toSorted(
      (a, b) =>
        b.count - a.count ||
        Number(Boolean(b.section.anchor)) - Number(Boolean(a.section.anchor)) ||
        weight(b.section) - weight(a.section),
    );
  const pieces = splitExcerpt(best?.section.excerpt ?? excerpt);
  const count = countWords(pieces, words);
  if (count === 0) return [];
  const { anchor, title = '' } = best?.section ?? {};
  return [
    {
      address: url,
      title: meta.title ?? url,
      pieces,
      isWhole: count === words.length,
      section: anchor && { title, anchor: anchor.id },
    },
  ];
}
