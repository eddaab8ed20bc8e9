import { writeFile } from 'node:fs/promises';
import type { AstroIntegration } from 'astro';
import { renames } from './views/renames.ts';

/** Writes `_redirects`, from which hosts learn where pages that moved are now. Hosts without it show the page that leads there. */
export function redirects(): AstroIntegration {
  let base = '';
  return {
    name: 'redirects',
    hooks: {
      'astro:config:done': ({ config }) => {
        base = config.base.replace(/\/$/u, '');
      },
      'astro:build:done': async ({ dir }) => {
        const lines = renames().map(
          ({ formerAddress, presentAddress }) => `${base}${formerAddress} ${base}${presentAddress} 301\n`,
        );
        await writeFile(new URL('_redirects', dir), lines.join(''));
      },
    },
  };
}
