import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  await once(server, 'close');
  return port;
}

// Starts a Redis of its own; `crash()` kills it, and `start(dir)` reads the folder again.
export async function startRedis(
  settings = {},
  dir = mkdtempSync(join(tmpdir(), 'redis-')),
) {
  const port = await freePort();
  const options = { port, bind: '127.0.0.1', dir, ...settings };
  const args = Object.entries(options).flatMap(([k, v]) => [`--${k}`, `${v}`]);
  const child = spawn('redis-server', args, {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(child, 'spawn');
  for await (const chunk of child.stdout.iterator({ destroyOnReturn: false })) {
    if (String(chunk).includes('Ready to accept connections')) break;
  }
  child.stdout.resume();
  const end = async (signal) => {
    child.kill(signal);
    child.kill('SIGCONT');
    await once(child, 'exit');
  };
  return {
    dir,
    url: `redis://127.0.0.1:${port}`,
    crash: () => end('SIGKILL'),
    stop: () => end('SIGTERM'),
    pause: () => child.kill('SIGSTOP'),
    resume: () => child.kill('SIGCONT'),
  };
}
