/**
 * Asks every address outside the site whether it is still there, and writes content/checked-links.yaml, from which
 * pages tell readers when a link was checked. Needs the internet; never part of a build or a test.
 * Usage: npm run check:links [-- part-of-an-address …]
 */
import { writeFileSync } from 'node:fs';
import { entriesOf } from '#content/corpus.ts';
import { loadContent } from '#content/load.ts';
import { checkAddresses } from './check-addresses.ts';

const parts = process.argv.slice(2);
const { corpus } = loadContent(process.cwd());
const addresses = [
  ...entriesOf(corpus).flatMap(({ data, body }) => [
    ...('resources' in data ? data.resources.map(({ url }) => url) : []),
    ...body.links.map(({ url }) => url),
  ]),
  ...corpus.resources.flatMap(({ url }) => url ?? []),
  ...corpus.sources.flatMap(({ url }) => url ?? []),
].filter((url) => url.startsWith('https://') && (parts.length === 0 || parts.some((part) => url.includes(part))));

const links = await checkAddresses(addresses, {
  today: new Date().toISOString().slice(0, 10),
  timeout: 20_000,
  onChecked: ({ id, state }) => state !== 'ok' && console.log(`${state.padEnd(8)} ${id}`),
});
const others = corpus.checkedLinks.filter(({ id }) => !links.some((link) => link.id === id));
const kept = parts.length === 0 ? [] : others;
const rows = [...links, ...kept].toSorted((a, b) => (a.id < b.id ? -1 : 1));
writeFileSync(
  'content/checked-links.yaml',
  `# Written by \`npm run check:links\`.\n${rows.map(({ id, state, checked }) => `- { id: ${JSON.stringify(id)}, state: ${state}, checked: ${checked} }\n`).join('')}`,
);
const count = (state: string) => links.filter((link) => link.state === state).length;
console.log(`${links.length} links: ${count('ok')} ok, ${count('unknown')} unknown, ${count('broken')} broken`);
process.exitCode = count('broken') > 0 ? 1 : 0;
