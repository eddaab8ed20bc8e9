/** Checks the built site in dist/: pages, links, markup, budgets, the offline copy. Usage: npm run check:site (part of npm run build) */
import { resolve } from 'node:path';
import { HtmlValidate } from 'html-validate';
import { loadContent } from '#corpus/load.ts';
import { brokenLinks } from '#site-check/broken-links.ts';
import { readBuiltSite } from '#site-check/built-site.ts';
import { missingPages } from '#site-check/missing-pages.ts';
import { copyBudget, copyFaults, weighCopy } from '#site-check/offline-copy.ts';
import { pageFaults } from '#site-check/page-faults.ts';
import { overBudget, weighPages } from '#site-check/weights.ts';

const base = `${process.env['BASE_PATH'] ?? ''}/`.replace(/\/+$/u, '/');
const site = readBuiltSite(resolve('dist'), base);
const { corpus } = loadContent(process.cwd());

const validator = new HtmlValidate({
  extends: ['html-validate:recommended', 'html-validate:document'],
  rules: {
    // How Astro writes markup, and no fault in it.
    'void-style': 'off',
    'doctype-style': 'off',
    'attribute-boolean-style': 'off',
    'attribute-empty-style': 'off',
    'no-trailing-whitespace': 'off',
    'require-sri': 'off',
    'long-title': 'off',
    // Regions that scroll take focus, and custom elements carry roles.
    'no-raw-characters': 'off',
    'prefer-native-element': 'off',
    'tel-non-breaking': 'off',
    // Anchors come from headings, which may begin with a digit.
    'valid-id': ['error', { relaxed: true }],
  },
});

const weighing = weighPages(site);
const markup: string[] = [];
for (const { address, html } of site.pages) {
  const report = await validator.validateString(html);
  for (const { messages } of report.results) {
    for (const { line, ruleId, message } of messages) markup.push(`${address}:${line} ${message} (${ruleId})`);
  }
}
const faults = [
  ...missingPages(site, corpus),
  ...brokenLinks(site),
  ...pageFaults(site),
  ...markup,
  ...(await overBudget(site, await weighing)),
  ...copyFaults(site),
];

for (const fault of faults) console.error(fault);
const copy = weighCopy(site);
const copyText = copy ? `${copy.bytes} bytes of at most ${copyBudget}, in ${copy.packs} packs` : 'none is offered';
console.log(`Offline copy: ${copyText}`);
console.log(`${site.pages.length} pages, ${site.files.size} files, ${faults.length} faults`);
process.exitCode = faults.length > 0 || site.pages.length === 0 ? 1 : 0;
