import { type Corpus, entriesOf } from '#content/corpus.ts';
import { addressOf } from '#content/url.ts';
import type { BuiltSite } from './built-site.ts';

/** Published entries without a page, and drafts with one, as sentences. */
export function missingPages({ pages, files }: BuiltSite, corpus: Corpus): string[] {
  const addresses = new Set(pages.map(({ address }) => address));
  return entriesOf(corpus).flatMap(({ kind, id, path, data }) => {
    const address = addressOf(kind, id);
    const former = 'formerIds' in data ? data.formerIds : [];
    const unforwarded = former.map((old) => addressOf(kind, old)).filter((old) => !addresses.has(old));
    if (unforwarded.length > 0)
      return unforwarded.map((old) => `${path} has a former address without a redirect: ${old}.`);
    const isPublished = data.status === 'published';
    if (isPublished !== addresses.has(address))
      return [isPublished ? `${path} has no page ${address}.` : `${path} is a draft and has a page ${address}.`];
    const picture = `/share${address.slice(0, -1)}.png`;
    const wantsPicture = isPublished && ['topic', 'roadmap', 'role'].includes(kind);
    return wantsPicture && !files.has(picture) ? [`${path} has no share picture ${picture}.`] : [];
  });
}
