import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { startDatabase } from '../dev/database.js';

const sql = (name) =>
  readFileSync(join(import.meta.dirname, '..', 'sql', name), 'utf8');
const server = await startDatabase();

async function as(user, password) {
  const url = new URL(server.url);
  if (user) Object.assign(url, { username: user, password });
  const client = new pg.Client({ connectionString: url.href });
  await client.connect();
  return client;
}

const admin = await as();
await admin.query(sql('roles.sql'));
const migrator = await as('migrator', 'change-me-1');
await migrator.query(sql('tool.sql'));
const service = await as('service', 'change-me-2');
const analyst = await as('analyst', 'change-me-3');

// #region rights
async function attempt(role, client, statement) {
  const result = await client.query(statement).catch((error) => error);
  console.log(`${role}: ${statement}`);
  console.log('  ', result instanceof Error ? result.message : 'ok');
}

await attempt('service', service, "INSERT INTO tool (label) VALUES ('saw')");
await attempt(
  'service',
  service,
  "INSERT INTO repair (tool_id, note) SELECT id, 'belt' FROM tool",
);
await attempt('service', service, 'DROP TABLE repair');
await attempt('analyst', analyst, 'SELECT count(*) FROM repair');
await attempt('analyst', analyst, 'DELETE FROM tool');
await attempt('analyst', analyst, 'CREATE TABLE app.mine (id int)');
// #endregion rights

for (const client of [admin, migrator, service, analyst]) await client.end();
await server.stop();
