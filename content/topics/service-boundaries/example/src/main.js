import { readFileSync } from 'node:fs';
import { text } from 'node:stream/consumers';
import { byChance, countCrossings, findGaps, parseLog } from './crossings.js';

const MOST_FILES = 30; // larger commits are renames, formatting, licenses
const cuts = JSON.parse(readFileSync(process.argv[2], 'utf8'));
const all = parseLog(await text(process.stdin));
const commits = all.filter(({ files }) => files.length <= MOST_FILES);
const large = all.filter(({ files }) => files.length > MOST_FILES);
const someIds = (titles) =>
  titles
    .slice(0, 5)
    .map((title) => title.split(' ')[0])
    .join(' ');
console.log(
  `${commits.length} commits, ${large.length} left out with more than ${MOST_FILES} files: ` +
    someIds(large.map(({ title }) => title)),
);

for (const [name, services] of Object.entries(cuts)) {
  const { unused, twice, share, outside } = findGaps(commits, services);
  if (unused.length > 0) {
    throw new Error(`${name}: no commit has files in ${unused.join(', ')}`);
  }
  if (twice.length > 0) {
    throw new Error(`${name}: in two services: ${twice.join(', ')}`);
  }
  const { crossing, pairs } = countCrossings(commits, services);
  const chance = byChance(commits, services);
  const asGood = chance.results.filter((result) => result <= crossing).length;
  console.log(
    `${name}: ${Object.keys(services).length} services, ${crossing} commits cross a boundary ` +
      `(by chance ${chance.median}; as few in ${asGood} of ${chance.results.length})`,
  );
  for (const [pair, titles] of pairs.slice(0, 5))
    console.log(`  ${titles.length} x ${pair}: ${someIds(titles)}`);
  if (share > 0) {
    const percent = Math.round(share * 100);
    const most = outside.slice(0, 3).map(([folder]) => folder);
    console.log(
      `  ${percent}% of the changes are in no service: ${most.join(', ')}`,
    );
  }
}
