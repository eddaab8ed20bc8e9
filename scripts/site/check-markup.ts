/**
 * Validates the markup of the built pages in dist/. Usage: npm run check:markup [-- --sample] (after a build)
 * With --sample, as in npm test, only that of one page of every kind and of every eighth page.
 */
import { resolve } from 'node:path';
import { everyKind } from '../../tests/e2e/page-kinds.ts';
import { readBuiltSite } from './built-site.ts';
import { markupErrors } from './markup-errors.ts';

const site = readBuiltSite(resolve('dist'), '/');
const isSample = process.argv.includes('--sample');
const kinds = new Set(everyKind.map(([, address]) => `/${address.replace(/^\.\/|[?#].*$/gu, '')}`));
const pages = site.pages.filter(({ address }, at) => !isSample || at % 8 === 0 || kinds.has(address));
const errors = await markupErrors({ ...site, pages });
for (const error of errors) console.error(error);
console.log(`${pages.length} pages validated, ${errors.length} errors in their markup`);
process.exitCode = errors.length > 0 || pages.length === 0 ? 1 : 0;
