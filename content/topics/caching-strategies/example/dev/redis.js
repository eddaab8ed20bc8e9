import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { createClient } from 'redis';

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  await once(server, 'close');
  return port;
}

// Starts an empty Redis for a demo or a test; it keeps nothing on disk.
export async function startRedis() {
  const port = await freePort();
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
export function connect(url) {
  const redis = createClient({
    url,
    disableOfflineQueue: true,
    commandsQueueMaxLength: 1_000, // waiting for a response
  });
  redis.on('error', (error) => console.error(`redis: ${error.message}`));
  redis.connect().catch(() => {}); // don't await it: it tries until Redis is up
  return redis;
}
// #endregion connect
