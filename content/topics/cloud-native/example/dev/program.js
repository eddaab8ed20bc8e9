// Starts a program as a platform does: in an empty folder, with an environment.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const project = join(import.meta.dirname, '..');
const [command, ...args] = (
  process.env.PROGRAM ?? `node ${join(project, 'src/server.js')}`
).split(' ');
const running = new Set();

export async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  await new Promise((resolve) => server.close(resolve));
  return port;
}

export async function start(env) {
  const port = await freePort();
  const folder = mkdtempSync(join(tmpdir(), 'program-'));
  const child = spawn(command, args, {
    cwd: folder,
    env: {
      PATH: process.env.PATH,
      PORT: String(port),
      DRAIN_MS: '500',
      ...env,
    },
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (data) => (output += data));
  const exited = once(child, 'exit').then(([code, signal]) => code ?? signal);
  running.add(child);
  exited.then(() => running.delete(child));
  const url = `http://127.0.0.1:${port}`;
  return {
    url,
    port,
    folder,
    exited,
    output: () => output,
    kill: (signal) => child.kill(signal),
    get: (path) => fetch(url + path, { signal: AbortSignal.timeout(6_000) }),
    sell: (seats = 2) =>
      fetch(`${url}/tickets`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ ferry: 'Island 8:30', seats }),
        signal: AbortSignal.timeout(6_000),
      }),
    async status(path) {
      return (await this.get(path).catch(() => ({}))).status;
    },
    async ready() {
      for (let i = 0; i < 100; i += 1) {
        if ((await this.status('/ready')) === 200) return this;
        await sleep(100);
      }
      throw new Error(`never ready: ${output}`);
    },
  };
}

export const within = (ms, promise) =>
  Promise.race([promise, sleep(ms, `not within ${ms} ms`, { ref: false })]);

export const killAll = () => running.forEach((child) => child.kill('SIGKILL'));
