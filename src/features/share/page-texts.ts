import { getCollection } from 'astro:content';
import { type Entry, entriesOf, kinds } from '#content/corpus.ts';
import { addressOf } from '#content/url.ts';
import { getContent } from '#content/views/site-content.ts';
import { absoluteHref } from '#lib/href.ts';
import { pageMarkdown, type TextContext } from './page-markdown.ts';

/** A page of the content as text, for readers and programs that do without HTML. */
export interface PageText {
  readonly entry: Entry;
  /** Below the site's root, without ending: `topics/indexing`. */
  readonly path: string;
  readonly markdown: string;
}

/** Every published page of the content as text, in the order of kinds and ids. */
export async function pageTexts(site: URL | undefined): Promise<readonly PageText[]> {
  const { corpus, areaTitle } = getContent();
  const titles = new Map(entriesOf(corpus).map(({ kind, id, data }) => [`${kind} ${id}`, data.title]));
  const context: TextContext = {
    absolute: (address) => absoluteHref(address, site),
    titleOf: (kind, id) => titles.get(`${kind} ${id}`) ?? id,
    areaTitle,
  };
  const collections = await Promise.all(kinds.map((kind) => getCollection(kind)));
  const bodies = new Map(collections.flat().map(({ collection, id, body }) => [`${collection} ${id}`, body ?? '']));
  return entriesOf(corpus).map((entry) => ({
    entry,
    path: addressOf(entry.kind, entry.id).slice(1, -1),
    markdown: pageMarkdown(entry, bodies.get(`${entry.kind} ${entry.id}`) ?? '', context),
  }));
}
