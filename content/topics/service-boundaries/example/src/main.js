import { readFileSync } from 'node:fs';
import { text } from 'node:stream/consumers';
import { byChance, countCrossings, findGaps, parseLog } from './crossings.js';

const MOST_FILES = 30; // larger commits are renames, formatting, licenses
const cuts = JSON.parse(readFileSync(process.argv[2], 'utf8'));
const all = parseLog(await text(process.stdin));
const commits = all.filter(({ files }) => files.length <= MOST_FILES);
console.log(
  `${commits.length} commits, ${all.length - commits.length} left out with more than ${MOST_FILES} files`,
);

for (const [name, services] of Object.entries(cuts)) {
  const { unused, share, outside } = findGaps(commits, services);
  if (unused.length > 0) {
    throw new Error(`${name}: no commit has files in ${unused.join(', ')}`);
  }
  const { crossing, pairs } = countCrossings(commits, services);
  const chance = byChance(commits, services);
  const asGood = chance.results.filter((result) => result <= crossing).length;
  console.log(
    `${name}: ${Object.keys(services).length} services, ${crossing} commits cross a boundary ` +
      `(by chance ${chance.median}; as few in ${asGood} of ${chance.results.length})`,
  );
  for (const [pair, count] of pairs.slice(0, 5))
    console.log(`  ${count} x ${pair}`);
  if (share > 0) {
    const percent = Math.round(share * 100);
    const most = outside.slice(0, 3).map(([folder]) => folder);
    console.log(
      `  ${percent}% of the changes are in no service: ${most.join(', ')}`,
    );
  }
}
