import { writeFile } from 'node:fs/promises';
import type { AstroIntegration } from 'astro';
import { removedPages } from './removed-pages.ts';
import { renames } from './views/renames.ts';
import { getContent } from './views/site-content.ts';

/** Writes `_redirects`, from which hosts learn where pages that moved are now. Hosts without it show the page that leads there from a former id. */
export function redirects(): AstroIntegration {
  let base = '';
  return {
    name: 'redirects',
    hooks: {
      'astro:config:done': ({ config }) => {
        base = config.base.replace(/\/$/u, '');
      },
      'astro:build:done': async ({ dir }) => {
        const moved = [
          ...renames().map(({ formerAddress, presentAddress }) => ({ from: formerAddress, to: presentAddress })),
          ...removedPages(getContent().corpus),
        ];
        const lines = moved.map(({ from, to }) => `${base}${from} ${base}${to} 301\n`);
        await writeFile(new URL('_redirects', dir), lines.join(''));
      },
    },
  };
}
