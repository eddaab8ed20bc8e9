// Writes passenger lists as four senders do: same people, other bytes.
import { mkdirSync, writeFileSync } from 'node:fs';

const BOM = '\uFEFF';
const names = ['Zoë Müller', 'Łukasz Nowak'];
const season = Array.from({ length: 100_000 }, () => 'Zoë Müller');

const seat = (n) => `${1 + Math.floor((n % 180) / 6)}${'ABCDEF'[n % 6]}`;
const list = (people) =>
  ['name;seat', ...people.map((name, n) => `${name};${seat(n)}`), ''].join(
    '\n',
  );

mkdirSync('data', { recursive: true });
writeFileSync('data/agency.csv', list(['Zoë Müller']), 'latin1');
writeFileSync('data/phone.csv', list(names).normalize('NFD'));
writeFileSync('data/sheet.csv', BOM + list(names));
writeFileSync('data/season.csv', list(season)); // read in chunks of 64 KiB
console.log('data: agency.csv, phone.csv, sheet.csv, season.csv');
