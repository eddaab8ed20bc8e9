// Starts the database and the service, and says what it waits for.
import { fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import pg from 'pg';

const file = (path) => join(import.meta.dirname, path);

export async function startSystem(version) {
  const postgres = spawn(process.execPath, [file('postgres.js')], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const [url] = await once(createInterface(postgres.stdout), 'line');
  const pool = new pg.Pool({ connectionString: url });
  pool.on('error', () => {}); // the server may end before its connections
  await pool.query(`
    CREATE TABLE day (id int PRIMARY KEY, places int NOT NULL);
    CREATE TABLE ticket (
      id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
      day_id int NOT NULL REFERENCES day
    );
    INSERT INTO day SELECT id, 3000 FROM generate_series(1, 40) AS id;
  `);

  const service = fork(file('../src/server.js'), [version], {
    env: { ...process.env, DATABASE_URL: url },
  });
  const [port] = await once(service, 'message');
  return {
    url: `http://localhost:${port}`,
    pool,
    async waiting() {
      const { rows } = await pool.query(
        `SELECT count(*)::int AS locks FROM pg_stat_activity
         WHERE wait_event_type = 'Lock'`,
      );
      service.send('waiting?');
      const [connections] = await once(service, 'message');
      return { 'for a connection': connections, 'for a lock': rows[0].locks };
    },
    async stop() {
      service.kill();
      await once(service, 'exit');
      await pool.end();
      postgres.stdin.end();
      await once(postgres, 'exit');
    },
  };
}
