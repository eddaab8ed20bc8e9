import { satteri } from '@astrojs/markdown-satteri';
import mdx from '@astrojs/mdx';
import sitemap from '@astrojs/sitemap';
import tailwindcss from '@tailwindcss/vite';
import { defineConfig } from 'astro/config';
import { contentCheck } from '#content/astro-content-check.ts';
import { redirects } from '#content/astro-redirects.ts';
import { authorMarkdown, tableHeaders } from '#features/catalog/mdx/markdown.ts';
import { labEngines } from '#features/labs/build.ts';
import { offlinePages } from '#features/offline/build.ts';
import { searchIndex } from '#features/search/build.ts';
import { sharePictures } from '#features/share/build.ts';
import { dropUnused } from '#lib/kept-file.ts';
import { reportShipped } from '#lib/licenses/shipped-works.ts';
import { plainImports } from '#lib/plain-imports.ts';
import { headers } from '#lib/security/response-headers.ts';

const site = process.env.SITE_URL ?? 'https://wayline.example';

export default defineConfig({
  // Settings of a deployment: the site's address, and the folder that the host serves it from.
  site,
  base: process.env.BASE_PATH ?? '/',
  trailingSlash: 'always',
  prerenderConflictBehavior: 'error',
  compressHTML: true,
  // Everything is external, so that the content security policy needs no `unsafe-inline`.
  build: { inlineStylesheets: 'never', format: 'directory' },
  markdown: {
    processor: satteri({ mdastPlugins: [authorMarkdown], hastPlugins: [tableHeaders] }),
    // The component of code does it.
    syntaxHighlight: false,
  },
  integrations: [
    contentCheck(),
    mdx(),
    labEngines(),
    // Without the pages that search engines are asked to leave out.
    sitemap({ filter: (address) => !/\/404\/$|\/offline\/missing\/$/u.test(address) }),
    searchIndex(),
    sharePictures(),
    offlinePages(process.env.OFFLINE !== 'remove'),
    redirects(),
    headers(),
    {
      name: 'unused-files',
      hooks: {
        'astro:build:done': () => {
          for (const name of ['code', 'layouts', 'zips']) dropUnused(`.cache/${name}`);
        },
      },
    },
  ],
  devToolbar: { enabled: false },
  vite: {
    plugins: [tailwindcss(), plainImports(), reportShipped()],
    build: {
      assetsInlineLimit: 0,
      // One warning for every MDX file otherwise: https://github.com/withastro/astro/issues/18087
      rolldownOptions: { checks: { moduleLevelDirective: false } },
    },
    environments: {
      client: {
        build: {
          rolldownOptions: {
            output: {
              // Each of these is one file with all that it imports; otherwise whatever another script uses as well is split off.
              // Only for scripts that run wherever their elements are: a page that needs a part of the file runs all of it.
              codeSplitting: {
                groups: [
                  { name: 'site', test: /\/Page\.astro\?.*type=script/u },
                  { name: 'reading', test: /\/layouts\/reading\.ts$/u },
                  { name: 'sample-runs', test: /\/sample-runs\.ts$/u },
                ],
                includeDependenciesRecursively: true,
              },
            },
          },
        },
      },
    },
  },
});
