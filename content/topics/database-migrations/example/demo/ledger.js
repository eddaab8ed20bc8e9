import { cpSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { startDatabase } from '../dev/database.js';
import { migrate } from '../src/migrate.js';

const here = import.meta.dirname;
const withBroken = mkdtempSync(join(tmpdir(), 'migrations-'));
cpSync(join(here, '..', 'migrations'), withBroken, { recursive: true });
cpSync(join(here, 'broken'), withBroken, { recursive: true });

const server = await startDatabase();
const client = new pg.Client({ connectionString: server.url });
await client.connect();

// #region ledger
const attempt = (label, options) =>
  migrate(server.url, options).then(
    (names) => console.log(`${label}:`, names.length, 'applied'),
    (error) => console.log(`${label}: ${error.message}`),
  );

await attempt('first deployment', { count: 2 });
await Promise.all([attempt('instance A'), attempt('instance B')]);
await attempt('a broken migration', { dir: withBroken });
// #endregion ledger

const { rows, fields } = await client.query('SELECT * FROM product');
console.log('columns:', fields.map(({ name }) => name).join(', '), rows);
const ledger = await client.query('SELECT id, name FROM schema_migration');
for (const { id, name } of ledger.rows) console.log(id, name);

await client.end();
await server.stop();
