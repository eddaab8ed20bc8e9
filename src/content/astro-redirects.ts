import { writeFile } from 'node:fs/promises';
import type { AstroIntegration } from 'astro';
import type { Corpus } from './corpus.ts';
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

/**
 * Addresses that somebody may have linked and that are no page any more, with the page that answers for each. A `*` at the
 * end stands for anything.
 */
function removedPages({ role, roadmap }: Corpus): readonly { readonly from: string; readonly to: string }[] {
  return [
    { from: '/learn/backend/*', to: '/learn/' },
    { from: '/badges/*', to: '/favicon.svg' },
    ...roadmap.map(({ id }) => ({ from: `/embed/roadmaps/${id}/`, to: `/roadmaps/${id}/` })),
    ...role.flatMap(({ id, data }) =>
      role
        .filter((other) => other.id !== id && !data.neighbors.includes(other.id))
        .map((other) => ({ from: `/roles/${id}/to/${other.id}/`, to: `/roles/${other.id}/` })),
    ),
  ];
}
