import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { createClient } from 'redis';
import { scripts } from '../src/buckets.js';

export async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  await once(server, 'close');
  return port;
}

// Starts an empty Redis for a demo or a test; it keeps nothing on disk.
export async function startRedis(wanted) {
  const port = wanted ?? (await freePort());
  const child = spawn(
    'redis-server',
    ['--port', port, '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  for await (const chunk of child.stdout.iterator({ destroyOnReturn: false })) {
    if (String(chunk).includes('Ready to accept connections')) break;
  }
  child.stdout.resume();
  return { child, url: `redis://127.0.0.1:${port}` };
}

// #region connect
export function open(url) {
  const redis = createClient({
    url,
    scripts,
    disableOfflineQueue: true,
    commandsQueueMaxLength: 1_000, // waiting for a response, per instance
  });
  redis.on('error', (error) => console.error(`redis: ${error.message}`));
  redis.connect().catch(() => {}); // goes on trying; errors are logged above
  return redis; // doesn't wait: the API has to start without Redis, too
}
// #endregion connect

// For demos and tests, which need Redis from the start.
export async function connect(url) {
  const redis = open(url);
  await once(redis, 'ready');
  return redis;
}
