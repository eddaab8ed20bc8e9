import { price as before } from '../steps/0-found.js';
import { compare } from '../src/compare.js';

const files = process.argv.slice(2);
for (const file of files) {
  const { price } = await import(new URL(file, `file://${process.cwd()}/`));
  const { cases, differences } = compare(before, price);
  console.log(`${file}: ${cases} cases, ${differences.length} differences`);
  for (const { m, type, was, is } of differences.slice(0, 2)) {
    console.log(`  ${m} minutes, ${type}: was ${was}, is ${is}`);
  }
  if (differences.length > 0) process.exitCode = 1;
}
