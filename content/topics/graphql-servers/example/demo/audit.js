import * as apollo from '../src/apollo.js';
import { audit } from '../src/audit.js';
import { startNaive } from '../src/naive.js';
import * as yoga from '../src/yoga.js';

console.error = () => {}; // where Apollo's formatError logs the error

const servers = {
  naive: await startNaive(),
  apollo: await apollo.startApollo({}),
  'apollo, set': await apollo.startApollo(apollo.careful),
  yoga: await yoga.startYoga({}),
  'yoga, set': await yoga.startYoga(yoga.careful),
};
const columns = [];
for (const [name, { url, stop }] of Object.entries(servers)) {
  columns.push([name, await audit(url)]);
  await stop();
}

function printRow([name, ...cells]) {
  const row = name.padEnd(24) + cells.map((cell) => cell.padEnd(13)).join('');
  console.log(row.trimEnd());
}
printRow(['', ...columns.map(([name]) => name)]);
for (const probe of Object.keys(columns[0][1])) {
  printRow([probe, ...columns.map(([, outcomes]) => outcomes[probe])]);
}
