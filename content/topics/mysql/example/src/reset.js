import { readFile } from 'node:fs/promises';
import { pool } from './db.js';

const file = new URL('../sql/schema.sql', import.meta.url);

/** Drops the tables and creates them again, only on this machine. */
export async function reset() {
  const { host } = pool.pool.config.connectionConfig;
  if (!['127.0.0.1', 'localhost', '::1'].includes(host))
    throw new Error(`${host} is not this machine: its tables stay.`);
  const connection = await pool.getConnection().catch((error) => {
    console.error(`skipped: no MySQL server is reachable (${error.code})`);
    process.exit(1);
  });
  const sql = (await readFile(file, 'utf8')).replaceAll(/^--.*$/gm, '');
  for (const statement of sql.split(';').filter((part) => part.trim()))
    await connection.query(statement);
  connection.release();
}

/** Holds each caller until `count` have come. */
export function barrier(count) {
  const { promise, resolve } = Promise.withResolvers();
  let waiting = 0;
  return () => {
    waiting += 1;
    if (waiting >= count) resolve();
    return promise;
  };
}
