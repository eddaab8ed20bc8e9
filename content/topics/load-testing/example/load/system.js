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
  // A service that crashes under load must not keep the test waiting.
  const exited = once(service, 'exit').then(() => ['the service has ended']);
  const reply = () => Promise.race([once(service, 'message'), exited]);
  const [port] = await reply();
  const system = {
    url: `http://localhost:${port}`,
    pool,
    crash: () => service.kill('SIGKILL'),
    async waiting() {
      const { rows } = await pool.query(
        `SELECT count(*)::int AS locks FROM pg_stat_activity
         WHERE wait_event_type = 'Lock'`,
      );
      if (service.connected) service.send('waiting?');
      const [connections] = await reply();
      return { 'for a connection': connections, 'for a lock': rows[0].locks };
    },
    async stop() {
      service.kill();
      await exited;
      await pool.end();
      postgres.stdin.end();
      await once(postgres, 'exit');
    },
  };
  if (Number.isInteger(port)) return system;
  await system.stop();
  throw new Error(port);
}
