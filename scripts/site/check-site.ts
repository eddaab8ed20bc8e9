/** Checks the built site in dist/: pages, links, budgets. Usage: npm run check:site (part of npm run build) */
import { resolve } from 'node:path';
import { dropUnused } from '#lib/kept-file.ts';
import { readBuiltSite } from './built-site.ts';
import { brokenLinks, hostErrors, missingPages, pageErrors } from './site-errors.ts';
import { overBudget, weighPages } from './weights.ts';

const base = `${process.env['BASE_PATH'] ?? ''}/`.replace(/\/+$/u, '/');
const site = readBuiltSite(resolve('dist'), base);

const errors = [
  ...missingPages(site),
  ...brokenLinks(site),
  ...pageErrors(site),
  ...hostErrors(site),
  ...(await overBudget(site, await weighPages(site, 'quick'))),
];
dropUnused('.cache/weighed');

for (const error of errors) console.error(error);
console.log(`${site.pages.length} pages, ${site.files.size} files, ${errors.length} errors`);
process.exitCode = errors.length > 0 || site.pages.length === 0 ? 1 : 0;
