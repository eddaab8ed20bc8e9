import { readdir, writeFile } from 'node:fs/promises';
import type { AstroIntegration } from 'astro';
import { headerPolicy } from './content-security-policy.ts';

const everywhere = {
  'Referrer-Policy': 'strict-origin-when-cross-origin',
  'Strict-Transport-Security': 'max-age=31536000; includeSubDomains',
  'X-Content-Type-Options': 'nosniff',
} as const;

/** What other sites may not frame or load. */
const closed = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()',
  'Content-Security-Policy': headerPolicy,
  'Cross-Origin-Resource-Policy': 'same-origin',
  'X-Frame-Options': 'DENY',
} as const;

/**
 * Pages are good for a minute, so that one which was fetched while the pointer rested on its link is shown without asking
 * the server again: that takes as long as fetching it.
 */
const brieflyFresh = { 'Cache-Control': 'public, max-age=60' } as const;

/** Folders without pages: a policy says nothing there, and weighs half a kilobyte with every file. */
const namedFolders = {
  _astro: { 'Cross-Origin-Resource-Policy': 'same-origin' },
  // The sandbox for code has a policy of its own, which the page itself carries; pages of the site frame it.
  engines: { 'Content-Security-Policy': "frame-ancestors 'self'", 'Cross-Origin-Resource-Policy': 'same-origin' },
  pagefind: { 'Cross-Origin-Resource-Policy': 'same-origin' },
  share: { 'Cross-Origin-Resource-Policy': 'same-origin' },
  shards: { 'Cross-Origin-Resource-Policy': 'same-origin' },
} as const;

/** Files whose names carry a hash of their content. Hosts answer everything else with `max-age=0, must-revalidate`. */
const immutable = [
  '_astro/*',
  'engines/*',
  'pagefind/fragment/*',
  'pagefind/index/*',
  'pagefind/filter/*',
  'shards/*',
] as const;

/** Entries whose patterns below set `Cache-Control`. */
const agesApart = ['offline', 'sw.js'];

/** The worker's script and the list of what it keeps: an old one must never be taken from a cache on the way. */
const fresh = ['sw.js', 'offline/sets.json'] as const;

/** A file or a folder at the top of the built site. */
interface TopLevelEntry {
  readonly name: string;
  readonly isFolder: boolean;
}

/**
 * Response headers in the format of `_headers` files: a path pattern, then indented headers.
 * A file gets the headers of every pattern that it matches; no header stands in two patterns, because hosts differ in
 * what they make of that. That is why closed entries are named one by one.
 * @param base the folder that the host serves the site from, with a slash at both ends.
 */
export function responseHeaders(base: string, entries: readonly TopLevelEntry[]): string {
  const block = (path: string, headers: Readonly<Record<string, string>>) =>
    [base + path, ...Object.entries(headers).map(([name, value]) => `  ${name}: ${value}`)].join('\n');
  const closedEntries = entries.filter(({ name }) => !(name in namedFolders));
  const forever = { 'Cache-Control': 'public, max-age=31536000, immutable' };
  const blocks = [
    block('*', everywhere),
    ...[{ name: '', isFolder: false }, ...closedEntries].map(({ name, isFolder }) =>
      block(isFolder ? `${name}/*` : name, agesApart.includes(name) ? closed : { ...closed, ...brieflyFresh }),
    ),
    ...Object.entries(namedFolders).map(([folder, headers]) => block(`${folder}/*`, headers)),
    ...immutable.map((path) => block(path, forever)),
    ...fresh.map((path) => block(path, { 'Cache-Control': 'no-cache' })),
  ];
  return `${blocks.join('\n\n')}\n`;
}

/** Writes `_headers`, the one file of response headers that the test server and the hosts use. */
export function headers(): AstroIntegration {
  let base = '/';
  return {
    name: 'headers',
    hooks: {
      'astro:config:done': ({ config }) => {
        base = config.base.endsWith('/') ? config.base : `${config.base}/`;
      },
      'astro:build:done': async ({ dir }) => {
        const entries = (await readdir(dir, { withFileTypes: true }))
          .map((entry) => ({ name: entry.name, isFolder: entry.isDirectory() }))
          .filter(({ name }) => !name.startsWith('_') || name === '_astro')
          .toSorted((a, b) => (a.name < b.name ? -1 : 1));
        await writeFile(new URL('_headers', dir), responseHeaders(base, entries));
      },
    },
  };
}
