/** Validates the markup of every built page in dist/. Usage: npm run check:markup (after a build; part of npm test) */
import { resolve } from 'node:path';
import { readBuiltSite } from './built-site.ts';
import { markupFaults } from './markup-faults.ts';

const site = readBuiltSite(resolve('dist'), '/');
const faults = await markupFaults(site);
for (const fault of faults) console.error(fault);
console.log(`${site.pages.length} pages validated, ${faults.length} faults in their markup`);
process.exitCode = faults.length > 0 || site.pages.length === 0 ? 1 : 0;
