import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

export const isRedisMissing = spawnSync('redis-server', ['--version']).error
  ? 'redis-server is not installed'
  : false;

export async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  await once(server, 'close');
  return port;
}

// Starts an empty Redis for a demo or a test; it keeps nothing on disk.
export async function startRedis({ cluster = 'no', port } = {}) {
  port ??= await freePort();
  const options = {
    port,
    bind: '127.0.0.1',
    save: '',
    appendonly: 'no',
    dir: mkdtempSync(join(tmpdir(), 'redis-')),
    'cluster-enabled': cluster,
  };
  const args = Object.entries(options).flatMap(([k, v]) => [`--${k}`, `${v}`]);
  const child = spawn('redis-server', args, {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  for await (const chunk of child.stdout.iterator({ destroyOnReturn: false })) {
    if (String(chunk).includes('Ready to accept connections')) break;
  }
  child.stdout.resume();
  return { child, url: `redis://127.0.0.1:${port}` };
}

/** Waits until the client is connected. */
export async function connected(redis) {
  while (!redis.isReady) await sleep(10);
  return redis;
}
