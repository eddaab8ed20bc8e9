import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { startDatabase } from './database.js';

// Starts the service as in production: its own process, configured by the
// environment. Returns its URL.
export async function startService(t) {
  const database = await startDatabase();
  const service = spawn(process.execPath, ['src/server.js'], {
    env: { PATH: process.env.PATH, DATABASE_URL: database.url, PORT: '0' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const exited = once(service, 'exit');
  t.after(async () => {
    service.kill();
    await exited;
    await database.close();
  });

  const lines = createInterface({ input: service.stdout });
  const [line] = await Promise.race([
    once(lines, 'line'),
    exited.then(([code]) => Promise.reject(new Error(`exit code ${code}`))),
  ]);
  return { url: `http://localhost:${line.split(' ').at(-1)}`, database };
}
