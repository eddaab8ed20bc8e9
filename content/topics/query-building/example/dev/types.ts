// Writes src/db.d.ts from the tables of the database, or checks it.
import { spawnSync } from 'node:child_process';
import { startDatabase } from './database.ts';

const { url, stop } = await startDatabase();
const { status } = spawnSync(
  'npx',
  [
    'kysely-codegen',
    `--url=${url}`,
    '--dialect=postgres',
    '--out-file=src/db.d.ts',
    ...process.argv.slice(2),
  ],
  { stdio: 'inherit' },
);
await stop();
process.exitCode = status ?? 1;
