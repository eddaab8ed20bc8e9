// Puts one bug at a time into a copy of the service, and runs each kind of test.
import { spawnSync } from 'node:child_process';
import {
  cpSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

// #region faults
const faults = [
  ['no bug', 'src/fee.js', '', ''],
  ['fee forgets a day', 'src/fee.js', 'DAY_MS + 1', 'DAY_MS'],
  ['SQL drops last day', 'src/sql-store.js', "'[]'", "'[)'"],
  ['wrong error code', 'src/sql-store.js', "'23505'", "'23503'"],
  ['field renamed', 'src/app.js', '{ plate, valid }', '{ plate, ok: valid }'],
  ['setting misspelled', 'src/server.js', /DATABASE_URL/g, 'DATABASE_URI'],
  [
    'index not used',
    'src/sql-store.js',
    'WHERE plate = $1',
    'WHERE lower(plate) = lower($1)',
  ],
];
// #endregion faults
const levels = ['unit', 'integration', 'contract', 'e2e', 'load'];

function run(folder, level) {
  const start = performance.now();
  const { status } = spawnSync(
    process.execPath,
    ['--test', `test/${level}/*.test.js`],
    { cwd: folder },
  );
  return { passed: status === 0, ms: performance.now() - start };
}

const row = (name, cells) =>
  console.log(
    name.padEnd(20) +
      cells
        .map((c) => c.padEnd(13))
        .join('')
        .trimEnd(),
  );

row('', levels);
for (const [name, file, from, to] of faults) {
  const folder = mkdtempSync(join(tmpdir(), 'fault-'));
  cpSync('.', folder, { recursive: true });
  const path = join(folder, file);
  const source = readFileSync(path, 'utf8');
  const changed = source.replace(from, to);
  if (from && changed === source) throw new Error(`${name} changes nothing`);
  writeFileSync(path, changed);

  const results = levels.map((level) => run(folder, level));
  row(
    name,
    results.map(({ passed }) => (passed ? '-' : 'FINDS IT')),
  );
  if (!from)
    row(
      '  seconds',
      results.map(({ ms }) => (ms / 1000).toFixed(1)),
    );
  rmSync(folder, { recursive: true });
}
