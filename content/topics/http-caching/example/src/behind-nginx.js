import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** Starts the app and, in front of it, nginx, on free ports and with an empty cache. */
export async function behindNginx(app, conf = 'nginx.conf') {
  const origin = app.listen(0, '127.0.0.1');
  await once(origin, 'listening');
  const stopOrigin = () => {
    origin.closeAllConnections();
    return new Promise((resolve) => origin.close(resolve));
  };
  const port = await freePort();
  const folder = await mkdtemp(join(tmpdir(), 'ferries-'));
  await chmod(folder, 0o755); // started by root, nginx works as another user
  const template = await readFile(
    new URL(`../${conf}`, import.meta.url),
    'utf8',
  );
  const config = template
    .replaceAll('127.0.0.1:3000', `127.0.0.1:${origin.address().port}`)
    .replaceAll('127.0.0.1:8080', `127.0.0.1:${port}`);
  await writeFile(join(folder, 'nginx.conf'), config);
  const nginx = spawn(
    'nginx',
    ['-p', folder, '-c', 'nginx.conf', '-e', 'error.log', '-g', 'daemon off;'],
    { stdio: 'inherit' },
  );
  await once(nginx, 'spawn').catch(async (error) => {
    await stopOrigin(); // no nginx: let the process end
    throw error;
  });
  const url = `http://127.0.0.1:${port}`;
  for (let i = 0; i < 50; i++) {
    const answered = await fetch(`${url}/none`).catch(() => undefined);
    if (answered) break;
    await sleep(100);
  }

  return {
    async get(path, headers = {}) {
      // fetch would send `Accept-Language: *` by itself
      const response = await fetch(url + path, {
        headers: { 'Accept-Language': 'fi', ...headers },
      });
      return {
        status: response.status,
        cache: response.headers.get('x-cache'),
        headers: response.headers,
        body: await response.text(),
      };
    },
    stopOrigin,
    async stop() {
      nginx.kill();
      await once(nginx, 'exit');
      await stopOrigin();
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
