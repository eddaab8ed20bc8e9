import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';
import type { TitleFile } from '#features/search/document.ts';
import { keepFile, namesFor } from '#lib/kept-file.ts';
import { attributeValues, type BuiltPage, type BuiltSite } from './built-site.ts';

/** Bytes of a page's first view after brotli, and how many requests it takes. */
export type PageWeight = Awaited<ReturnType<typeof weigh>>;

/**
 * The most that a first view may weigh, in bytes after brotli. `htmlMedian` is for the median page of a kind,
 * `listHtml` for each page that lists everything of a kind, roadmaps among them.
 */
export const budget = {
  htmlMedian: 14 * 1024,
  listHtml: 30 * 1024,
  css: 12 * 1024,
  js: 8 * 1024,
  font: 20 * 1024,
  requests: 6,
  /** A topic has one style sheet; other pages may have one of their own besides. */
  topicRequests: 5,
  /** For 500 documents; a larger site may have more in proportion. */
  titleIndex: 60 * 1024,
} as const;

/** Weighs every page; scripts with everything that they import statically. `quick` finds up to an eighth more HTML. */
export function weighPages(site: BuiltSite, precision: 'exact' | 'quick' = 'exact'): Promise<PageWeight[]> {
  const sizes = new Map<string, Promise<number>>();
  const size = (path: string) => {
    const known = sizes.get(path) ?? brotliSize(readFileSync(join(site.folder, path), 'utf8'));
    sizes.set(path, known);
    return known;
  };
  const htmlSize = (page: BuiltPage) => (precision === 'quick' ? quickSize(page, site) : brotliSize(page.html));
  return Promise.all(site.pages.map((page) => weigh(page, { site, size, htmlSize })));
}

interface Scale {
  readonly site: BuiltSite;
  readonly size: (path: string) => Promise<number>;
  readonly htmlSize: (page: BuiltPage) => Promise<number>;
}

async function weigh(page: BuiltPage, { site, size, htmlSize }: Scale) {
  const filesOf = (form: RegExp, attribute: string) =>
    attributeValues(
      page.tags.filter((tag) => form.test(tag)),
      attribute,
    ).map((path) => `/${path.slice(site.base.length)}`);
  const styles = filesOf(/^<link[^>]+rel="stylesheet"/u, 'href');
  const fonts = filesOf(/^<link[^>]+rel="preload"/u, 'href');
  const scripts = withImports(filesOf(/^<script[^>]+src=/u, 'src'), site.folder);
  const sum = async (paths: Iterable<string>) =>
    (await Promise.all([...paths].map(size))).reduce((total, bytes) => total + bytes, 0);
  return {
    address: page.address,
    kind: kindOf(page.address),
    html: await htmlSize(page),
    css: await sum(styles),
    js: await sum(scripts),
    font: fonts.reduce((total, path) => total + readFileSync(join(site.folder, path)).length, 0),
    requests: 1 + new Set(styles).size + scripts.size + fonts.length + 1,
  };
}

/** The size of a page that `npm run precompress` has compressed; otherwise an upper bound of its exact size, in a fraction of the time. */
async function quickSize({ address, html }: BuiltPage, { folder, files }: BuiltSite): Promise<number> {
  const compressed = `${address.replace(/\/$/u, '/index.html')}.br`;
  return files.has(compressed) ? statSync(join(folder, compressed)).size : brotliSize(html, 5);
}

/** Compresses in Node's own threads, by default with the level that hosts use beforehand. What came out is kept from build to build. */
async function brotliSize(content: string, level = constants.BROTLI_MAX_QUALITY): Promise<number> {
  const compress = () => promisify(brotliCompress)(content, { params: { [constants.BROTLI_PARAM_QUALITY]: level } });
  const name = namesFor([])(`${process.versions.brotli} ${level}`, content);
  return statSync(await keepFile(`.cache/weighed/${name}.br`, compress)).size;
}

/** Scripts with the modules that they import statically, at any depth. */
function withImports(entries: readonly string[], folder: string): Set<string> {
  const found = new Set<string>();
  const queue = [...entries];
  for (let path = queue.pop(); path !== undefined; path = queue.pop()) {
    if (found.has(path)) continue;
    found.add(path);
    const code = readFileSync(join(folder, path), 'utf8');
    const here = path.slice(0, path.lastIndexOf('/') + 1);
    for (const [, target] of code.matchAll(/(?:import|from)\s*"(\.{1,2}\/[^"]+\.js)"/gu)) {
      queue.push(new URL(target ?? '', `https://site${here}`).pathname);
    }
  }
  return found;
}

const isList = (kind: string) => kind === 'roadmaps' || kind.endsWith(' index');

/** What kind of page an address belongs to: `topics`, `topics index`, `home`. */
function kindOf(address: string): string {
  const [first = '', second] = address.split('/').filter(Boolean);
  if (first === '') return 'home';
  return second ? first : `${first} index`;
}

/** What is over the budget, as sentences. HTML that is over it by `weights` is weighed again, exactly. */
export async function overBudget(site: BuiltSite, weights: readonly PageWeight[]): Promise<string[]> {
  const documents = readFileSync(join(site.folder, 'search/titles.json'), 'utf8');
  const { title } = (JSON.parse(documents) as TitleFile).fields;
  const titleIndex = await brotliSize(documents);
  const maxTitleIndex = Math.round(budget.titleIndex * Math.max(1, title.length / 500));
  const heavyIndex =
    titleIndex > maxTitleIndex ? [`/search/titles.json: ${titleIndex} of at most ${maxTitleIndex}.`] : [];
  const pages = new Map(site.pages.map(({ address, html }) => [address, html]));
  const exactHtml = async ({ address, html }: PageWeight, max: number) =>
    html > max ? brotliSize(pages.get(address) ?? '') : html;
  const perPage = weights.map(async (weight) => {
    const { address, kind, css, js, font, requests } = weight;
    const over = (what: string, value: number, max: number) =>
      value > max ? [`${address} ${what}: ${value} of at most ${max}.`] : [];
    return [
      ...over('CSS bytes', css, budget.css),
      ...over('JS bytes before interaction', js, budget.js),
      ...over('font bytes', font, budget.font),
      ...over('requests', requests, kind === 'topics' ? budget.topicRequests : budget.requests),
      ...(isList(kind) ? over('HTML bytes', await exactHtml(weight, budget.listHtml), budget.listHtml) : []),
    ];
  });
  const kinds = Map.groupBy(weights, ({ kind }) => kind);
  const perKind = [...kinds].map(async ([kind, list]) => {
    if (isList(kind)) return [];
    // The lightest first: pages after the one in the middle don't have to be weighed again.
    let within = 0;
    for (const weight of list.toSorted((a, b) => a.html - b.html)) {
      if ((await exactHtml(weight, budget.htmlMedian)) <= budget.htmlMedian) within += 1;
      if (within > list.length / 2) return [];
    }
    return [
      `${kind}: ${within} of ${list.length} pages have at most ${budget.htmlMedian} bytes of HTML; more than half must.`,
    ];
  });
  return [...(await Promise.all([...perPage, ...perKind])).flat(), ...heavyIndex];
}

/** The middle value of a list that is not empty. */
export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
