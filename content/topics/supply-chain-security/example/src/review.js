import { readFileSync } from 'node:fs';
import { reviewChanges } from './changes.js';

const [before, after] = process.argv
  .slice(2)
  .map((path) => JSON.parse(readFileSync(path, 'utf8')));
const notes = reviewChanges(before, after);
for (const note of notes) console.log(note);
if (notes.some((note) => note.startsWith('BLOCK'))) process.exitCode = 1;
