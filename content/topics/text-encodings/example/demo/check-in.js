import { createReadStream } from 'node:fs';

const { readNames, matches } = await import(`../src/${process.argv[2]}.js`);
const scanned = 'Zo\u00EB M\u00DCLLER'; // from the passport, in upper case

for (const file of ['agency', 'phone', 'sheet', 'season']) {
  const encoding = file === 'agency' ? 'windows-1252' : 'utf-8';
  try {
    const chunks = createReadStream(`data/${file}.csv`);
    const names = await readNames(chunks, encoding);
    const found = names.filter((name) => matches(name, scanned)).length;
    const broken = names.filter((name) => name.includes('\uFFFD')).length;
    console.log(`${file}.csv: found ${found}, broken names ${broken}`);
  } catch (error) {
    console.log(`${file}.csv: ${error.message}`);
  }
}
