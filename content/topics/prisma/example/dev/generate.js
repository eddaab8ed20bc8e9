// `prisma generate` doesn't use the schema engine, but downloads it if this
// variable isn't set. Migrations do need it: run those with `npx prisma`.
import { spawnSync } from 'node:child_process';

const { status } = spawnSync(
  process.execPath,
  ['node_modules/prisma/build/index.js', 'generate'],
  {
    env: { PRISMA_SCHEMA_ENGINE_BINARY: process.execPath, ...process.env },
    stdio: ['ignore', 'ignore', 'inherit'],
  },
);
process.exitCode = status ?? 1;
