import { satteri } from '@astrojs/markdown-satteri';
import mdx from '@astrojs/mdx';
import sitemap from '@astrojs/sitemap';
import tailwindcss from '@tailwindcss/vite';
import { defineConfig } from 'astro/config';
import { labEngines } from './src/features/labs/build.ts';
import { contentCheck } from './src/integrations/content-check.ts';
import { headers } from './src/integrations/headers.ts';
import { isIndexed } from './src/integrations/indexed.ts';
import { authorMarkdown, classHighlighting } from './src/integrations/markdown.ts';
import { offlineCopy } from './src/integrations/offline-copy.ts';
import { searchIndex } from './src/integrations/search-index.ts';
import { sharePictures } from './src/integrations/share-pictures.ts';

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
    processor: satteri({ mdastPlugins: [authorMarkdown] }),
    syntaxHighlight: { type: 'shiki', excludeLangs: ['mermaid', 'output', 'redis', 'mongodb'] },
    shikiConfig: { theme: 'css-variables', transformers: [classHighlighting] },
  },
  integrations: [
    contentCheck(),
    mdx(),
    labEngines(),
    sitemap({ filter: isIndexed }),
    searchIndex(),
    sharePictures(),
    offlineCopy(process.env.OFFLINE !== 'remove'),
    headers(),
  ],
  devToolbar: { enabled: false },
  vite: {
    plugins: [tailwindcss()],
    build: {
      assetsInlineLimit: 0,
      cssCodeSplit: false,
      // One warning for every MDX file otherwise: https://github.com/withastro/astro/issues/18087
      rolldownOptions: { checks: { moduleLevelDirective: false } },
    },
  },
});
