import { attributeValues, type BuiltSite } from './built-site.ts';

/** Links of pages to files, pages and anchors of the site that do not exist, as sentences. */
export function brokenLinks({ pages, files, base }: BuiltSite): string[] {
  const anchors = new Map(pages.map(({ address, html }) => [address, new Set(attributeValues(html, 'id'))]));
  return pages.flatMap(({ address, html }) => {
    const named = ['href', 'src', 'action'].flatMap((name) => attributeValues(html, name));
    const targets = [...named, ...sharePictures(html)];
    return [...new Set(targets)].flatMap((target) => {
      if (/^(?:https?:|data:|mailto:)/u.test(target)) return [];
      const [path = '', anchor] = target.split('#');
      if (path !== '' && !path.startsWith(base))
        return [`${address} links to ${target}, outside the site's folder ${base}.`];
      const page = path === '' ? address : `/${path.slice(base.length).replace(/\?.*$/u, '')}`;
      const exists = anchors.has(page) || files.has(page);
      if (!exists) return [`${address} links to ${target}, which does not exist.`];
      // A fragment with = is not a place on a page but what its script starts from, such as a plan.
      const isPlace = anchor && !anchor.includes('=');
      const isMissing = isPlace && anchors.has(page) && !anchors.get(page)?.has(anchor);
      return isMissing ? [`${address} links to ${target}, and the page has no such anchor.`] : [];
    });
  });
}

/** Paths of the pictures that a page names for link previews, which carry the site's whole address. */
function sharePictures(html: string): string[] {
  const tags = html.match(/<meta property="og:image" [^>]*>/gu) ?? [];
  return tags.flatMap((tag) => attributeValues(tag, 'content')).map((address) => new URL(address).pathname);
}
