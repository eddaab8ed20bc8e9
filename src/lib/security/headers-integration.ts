import { readdir, writeFile } from 'node:fs/promises';
import type { AstroIntegration } from 'astro';
import { responseHeaders } from './response-headers.ts';

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
