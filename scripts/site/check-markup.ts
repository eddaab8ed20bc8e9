/** Validates the markup of every built page in dist/. Usage: npm run check:markup (after a build; part of npm test) */
import { resolve } from 'node:path';
import { readBuiltSite } from './built-site.ts';
import { markupErrors } from './markup-errors.ts';

const site = readBuiltSite(resolve('dist'), '/');
const errors = await markupErrors(site);
for (const error of errors) console.error(error);
console.log(`${site.pages.length} pages validated, ${errors.length} errors in their markup`);
process.exitCode = errors.length > 0 || site.pages.length === 0 ? 1 : 0;
