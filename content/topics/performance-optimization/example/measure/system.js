// Starts the database, with 100,000 stops, and the service.
import { fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import pg from 'pg';

const file = (path) => join(import.meta.dirname, path);

export async function startSystem() {
  const postgres = spawn(process.execPath, [file('postgres.js')], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const [url] = await once(createInterface(postgres.stdout), 'line');
  const client = new pg.Client(url);
  await client.connect();
  await client.query(`
    CREATE TABLE courier (id int PRIMARY KEY, name text NOT NULL);
    CREATE TABLE stop (
      id int PRIMARY KEY,
      courier_id int NOT NULL REFERENCES courier,
      date date NOT NULL,
      address text NOT NULL
    );
    CREATE INDEX ON stop (date);
    INSERT INTO courier SELECT n, 'Courier ' || n FROM generate_series(1, 40) n;
    INSERT INTO stop
      SELECT n, 1 + n % 40, date '2026-01-01' + n / 200, n || ' Main Street'
      FROM generate_series(1, 100000) n;
    ANALYZE;
  `);
  await client.end();

  const service = fork(file('../src/server.js'), {
    env: { ...process.env, DATABASE_URL: url },
  });
  const [{ port }] = await once(service, 'message');
  return {
    url: `http://localhost:${port}`,
    async state() {
      service.send('state?');
      return (await once(service, 'message'))[0];
    },
    async stop() {
      service.kill();
      await once(service, 'exit');
      postgres.stdin.end();
      await once(postgres, 'exit');
    },
  };
}
