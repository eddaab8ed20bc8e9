// #region setup
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { spawn } from 'node:child_process';
import { runner } from 'node-pg-migrate';
import pg from 'pg';

let server;

export async function globalSetup() {
  server = spawn(process.execPath, [join(import.meta.dirname, 'server.js')], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const lines = createInterface(server.stdout)[Symbol.asyncIterator]();
  const { value: url } = await lines.next();
  if (!url) throw new Error('The database did not start');
  process.env.TEST_DATABASE_URL = url; // the test files inherit it
  await migrateTemplate(url);
}

export async function globalTeardown() {
  server.stdin.end();
  await once(server, 'exit');
}
// #endregion setup

// #region template
async function migrateTemplate(url) {
  const admin = new pg.Client(url);
  await admin.connect();
  await admin.query('CREATE DATABASE migrated');
  await admin.end();

  await runner({
    databaseUrl: url.replace(/\w+$/, 'migrated'),
    dir: join(import.meta.dirname, '../migrations'),
    migrationsTable: 'pgmigrations',
    direction: 'up',
    log: () => {},
  });
}
// #endregion template
