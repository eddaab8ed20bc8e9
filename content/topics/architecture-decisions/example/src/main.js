import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { check, parse } from './check-adr.js';

const folder = process.argv[2] ?? 'adr';
const files = readdirSync(folder)
  .filter((name) => /^\d.*\.md$/.test(name))
  .sort()
  .map((name) => ({ name, text: readFileSync(join(folder, name), 'utf8') }));

for (const file of files) console.log(`${file.name}: ${parse(file).status}`);
const faults = check(files);
if (files.length === 0) faults.push(`no records in ${folder}`);
for (const fault of faults) console.error(`FAULT ${fault}`);
if (faults.length > 0) process.exitCode = 1;
