import { changes, oldest } from '../src/versions.js';

for (const { date, what } of changes) console.log(`${date}  ${what}`);
console.log(`${oldest}  The oldest version that is still served.`);
