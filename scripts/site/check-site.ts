/** Checks the built site in dist/: pages, links, budgets. Usage: npm run check:site (part of npm run build) */
import { resolve } from 'node:path';
import { loadContent } from '#content/load-content.ts';
import { readBuiltSite } from './built-site.ts';
import { brokenLinks, hostFaults, missingPages, pageFaults } from './site-faults.ts';
import { overBudget, weighPages } from './weights.ts';

const base = `${process.env['BASE_PATH'] ?? ''}/`.replace(/\/+$/u, '/');
const site = readBuiltSite(resolve('dist'), base);
const { corpus } = loadContent(process.cwd());

// Quick compression is weaker: what is within the budget with it is so anyway.
const quick = await overBudget(site, await weighPages(site, 'quick'));
const faults = [
  ...missingPages(site, corpus),
  ...brokenLinks(site),
  ...pageFaults(site),
  ...hostFaults(site),
  ...(quick.length > 0 ? await overBudget(site, await weighPages(site)) : []),
];

for (const fault of faults) console.error(fault);
console.log(`${site.pages.length} pages, ${site.files.size} files, ${faults.length} faults`);
process.exitCode = faults.length > 0 || site.pages.length === 0 ? 1 : 0;
