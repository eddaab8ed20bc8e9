/** Files that need a network to be of use, or that no one reads: previews, site maps, pages for other sites, the copy itself. */
const leftOut = [
  /^(?:engines|schemas|share|offline\/packs)\//u,
  /^(?:_headers|_redirects|404\.html|sw\.js|offline\/(?:edition|labs)\.json)$/u,
  /^(?:[^/]+\.txt|sitemap[^/]*\.xml)$/u,
  // Of Pagefind, what the search of this site does not use.
  /^pagefind\/(?:pagefind-(?!entry\.)[^/]*|wasm\.unknown\.pagefind)$/u,
] as const;

/** Which of the built site's files belong to the offline copy, in their order. */
export function membersOf(paths: readonly string[]): string[] {
  const all = new Set(paths);
  return paths.filter((path) => !leftOut.some((pattern) => pattern.test(path)) && !isTextOfPage(path, all));
}

/** Whether a file is a page once more, as Markdown or JSON. */
function isTextOfPage(path: string, all: ReadonlySet<string>): boolean {
  return /\.(?:md|json)$/u.test(path) && all.has(path.replace(/\.[a-z]+$/u, '/index.html'));
}

/** What a browser asks for to get a file: `topics/indexing/` for `topics/indexing/index.html`. */
export function addressOfFile(path: string): string {
  return path.replace(/(^|\/)index\.html$/u, '$1');
}

/** Whether a name carries a hash of the content, so that a page of an older edition may still ask for it. */
export function isHashed(address: string): boolean {
  return /^(?:_astro|pagefind\/(?:filter|fragment|index)|shards)\//u.test(address);
}

const typeOfExtension: Readonly<Record<string, string>> = {
  css: 'text/css; charset=utf-8',
  html: 'text/html; charset=utf-8',
  ico: 'image/x-icon',
  js: 'text/javascript; charset=utf-8',
  json: 'application/json; charset=utf-8',
  png: 'image/png',
  svg: 'image/svg+xml',
  txt: 'text/plain; charset=utf-8',
  webmanifest: 'application/manifest+json',
  woff2: 'font/woff2',
  xml: 'application/xml',
};

/** The media type that a host would send with an address. */
export function mediaType(address: string): string {
  if (address === '' || address.endsWith('/')) return 'text/html; charset=utf-8';
  return typeOfExtension[address.slice(address.lastIndexOf('.') + 1)] ?? 'application/octet-stream';
}
