// Processor time for the labels of one request, without the network.
import { readFileSync } from 'node:fs';

const lots = readFileSync(new URL('../lots.json', import.meta.url), 'utf8');
for (const [version, runs] of [
  ['first-try', 100],
  ['src', 5000],
]) {
  const { labelsFor } = await import(`../${version}/labels.js`);
  for (let n = 0; n < runs / 5; n++) labelsFor(lots); // warm up
  const before = process.cpuUsage();
  for (let n = 0; n < runs; n++) labelsFor(lots);
  const { user, system } = process.cpuUsage(before);
  const ms = (user + system) / 1000 / runs;
  console.log(`${version}: ${ms.toFixed(2)} ms`);
}
