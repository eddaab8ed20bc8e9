import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { entriesFile, type ListedEntry } from '#content/corpus.ts';
import { addressOf } from '#content/url.ts';
import { attributeValues, type BuiltSite } from './built-site.ts';

/** Published entries of the build without a page, and drafts with one, as sentences. */
export function missingPages({ pages, files }: BuiltSite): string[] {
  const addresses = new Set(pages.map(({ address }) => address));
  const entries: readonly ListedEntry[] = JSON.parse(readFileSync(entriesFile, 'utf8'));
  return entries.flatMap(({ kind, id, path, data }) => {
    const address = addressOf(kind, id);
    const unforwarded = data.formerIds.map((old) => addressOf(kind, old)).filter((old) => !addresses.has(old));
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

/** Links of pages to files, pages and anchors of the site that do not exist, as sentences. */
export function brokenLinks({ pages, files, base }: BuiltSite): string[] {
  const anchors = new Map(pages.map(({ address, tags }) => [address, new Set(attributeValues(tags, 'id'))]));
  return pages.flatMap(({ address, tags }) => {
    const named = ['href', 'src', 'action'].flatMap((name) => attributeValues(tags, name));
    const targets = [...named, ...sharePictures(tags)];
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
function sharePictures(tags: readonly string[]): string[] {
  const named = tags.filter((tag) => tag.startsWith('<meta property="og:image" '));
  return attributeValues(named, 'content').map((address) => new URL(address).pathname);
}

/** What every page must have or must not have, as sentences about those that fail. */
export function pageErrors({ pages }: BuiltSite): string[] {
  const titles = new Map<string, string>();
  return pages.flatMap(({ address, html, tags }) => {
    if (html.includes('http-equiv="refresh"')) return [];
    const title = /<title>([^<]*)<\/title>/u.exec(html)?.[1] ?? '';
    const other = titles.get(title);
    titles.set(title, address);
    return [
      [attributeValues(tags, 'style').length > 0, 'has a style attribute'],
      [tags.some((tag) => /\son[a-z]+=/u.test(tag)), 'has an inline event handler'],
      [/<style[\s>]/u.test(html), 'has a style element'],
      [title === '', 'has no title'],
      [other !== undefined, `has the same title as ${other}`],
      [
        !/<meta name="description" content="[^"]{50,200}"/u.test(html) && !isLeftOut(html),
        'has no description of 50 to 200 characters',
      ],
      [!html.includes('rel="canonical"') && !isLeftOut(html), 'has no canonical link'],
      [!html.includes('property="og:image"'), 'has no share picture'],
      [(html.match(/<h1[\s>]/gu) ?? []).length !== 1, 'does not have exactly one h1'],
      [!html.includes('<main'), 'has no main landmark'],
    ].flatMap(([isError, text]) => (isError ? [`${address} ${text}.`] : []));
  });
}

/** The tightest limits of free hosts, those of Cloudflare Pages: files, and bytes in each. */
const hostLimits = { files: 20_000, bytes: 25 * 1024 * 1024 } as const;

/** Files that a host would refuse. */
export function hostErrors({ folder, files }: BuiltSite): string[] {
  const large = [...files].filter((path) => statSync(join(folder, path)).size > hostLimits.bytes);
  const maxFiles = hostLimits.files.toLocaleString('en');
  return [
    ...(files.size > hostLimits.files ? [`The site has ${files.size} files; Cloudflare Pages takes ${maxFiles}.`] : []),
    ...large.map((path) => `${path} has more than 25 MiB, which Cloudflare Pages does not take.`),
  ];
}

/** Pages that search engines are told to leave out have no address to name as the true one. */
const isLeftOut = (html: string) => html.includes('<meta name="robots" content="noindex"');
