import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { createOrigin } from './origin.js';

/** Starts the origin, a shield and two edges, with empty caches and on free ports. */
export async function startNetwork(edit = (config) => config) {
  const app = createOrigin();
  const origin = app.listen(0, '127.0.0.1');
  await once(origin, 'listening');
  const folder = await mkdtemp(join(tmpdir(), 'cdn-'));
  await chmod(folder, 0o755); // started by root, nginx works as another user
  const file = new URL('../nginx.conf', import.meta.url);
  let config = edit(await readFile(file, 'utf8')).replaceAll(
    '127.0.0.1:3000',
    `127.0.0.1:${origin.address().port}`,
  );
  const edges = [];
  for (const port of [8081, 8082, 8083]) {
    const free = await freePort();
    config = config.replaceAll(`127.0.0.1:${port}`, `127.0.0.1:${free}`);
    edges.push(`http://127.0.0.1:${free}`);
  }
  await writeFile(join(folder, 'nginx.conf'), config);
  const nginx = spawn(
    'nginx',
    ['-p', folder, '-c', 'nginx.conf', '-e', 'error.log', '-g', 'daemon off;'],
    { stdio: 'inherit' },
  );
  await once(nginx, 'spawn');
  for (let i = 0; i < 50; i++) {
    if (await fetch(`${edges[0]}/ready`).catch(() => undefined)) break;
    await sleep(100);
  }
  app.count = 0;
  return {
    app,
    async get(edge, path, headers = {}) {
      const res = await fetch(edges[edge] + path, { headers });
      const body = await res.json().catch(() => undefined);
      return {
        status: res.status,
        cache: res.headers.get('x-cache')?.split(', ').at(-1),
        body,
      };
    },
    async stop() {
      nginx.kill();
      await once(nginx, 'exit');
      origin.closeAllConnections();
      await new Promise((resolve) => origin.close(resolve));
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  await new Promise((resolve) => server.close(resolve));
  return port;
}
