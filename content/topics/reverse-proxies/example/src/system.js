import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { request } from 'node:https';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { createCatalog } from './app.js';

/** Starts the catalog and nginx in front of it, on free ports unless told otherwise. */
export async function startSystem(options = {}) {
  const { edit = (config) => config } = options;
  const app = createCatalog().listen(options.appPort ?? 0, '127.0.0.1');
  app.keepAliveTimeout = 65_000; // longer than nginx keeps it
  let connections = 0;
  app.on('connection', () => (connections += 1));
  await once(app, 'listening');
  const appPort = app.address().port;
  const port = options.port ?? (await freePort());
  const folder = await mkdtemp(join(tmpdir(), 'catalog-'));
  await chmod(folder, 0o755); // started by root, nginx works as another user
  // In production, an ACME client such as certbot gets the certificate.
  execFileSync(
    'openssl',
    [
      ...['req', '-x509', '-newkey', 'ec', '-pkeyopt'],
      ...['ec_paramgen_curve:P-256', '-nodes', '-days', '2'],
      ...['-subj', '/CN=localhost', '-keyout', 'key.pem', '-out', 'cert.pem'],
    ],
    { cwd: folder, stdio: 'ignore' },
  );
  const file = new URL('../nginx.conf', import.meta.url);
  const config = edit(await readFile(file, 'utf8'))
    .replaceAll('127.0.0.1:3000', `127.0.0.1:${appPort}`)
    .replaceAll('127.0.0.1:8443', `127.0.0.1:${port}`);
  await writeFile(join(folder, 'nginx.conf'), config);

  const settings = ['-p', folder, '-c', 'nginx.conf', '-e', 'error.log'];
  const nginx = spawn('nginx', [...settings, '-g', 'daemon off;'], {
    stdio: 'inherit',
  });
  await once(nginx, 'spawn');

  /** Sends a request; from 127.0.0.2, so that it isn't the proxy's address. */
  async function open(
    path,
    { body, host = `localhost:${port}`, ...rest } = {},
  ) {
    const req = request({
      host: '127.0.0.1',
      servername: 'localhost',
      localAddress: process.platform === 'linux' ? '127.0.0.2' : undefined,
      port,
      path,
      agent: false,
      rejectUnauthorized: false, // only for this self-signed certificate
      ...rest,
      headers: { host, ...rest.headers },
    });
    const [res] = await once(req.end(body), 'response');
    return res;
  }
  const call = async (path, changes) => {
    const res = await open(path, changes);
    return { status: res.statusCode, body: await text(res) };
  };
  for (let i = 0; i < 50; i++) {
    if (await call('/ready').catch(() => undefined)) break;
    await sleep(100);
  }
  const stopApp = () => {
    app.closeAllConnections();
    return new Promise((resolve) => app.close(resolve));
  };
  return {
    port,
    open,
    call,
    stopApp,
    connections: () => connections,
    log: (name) => readFile(join(folder, name), 'utf8'),
    reload: () =>
      execFileSync('nginx', [...settings, '-s', 'reload'], { stdio: 'ignore' }),
    async stop() {
      nginx.kill();
      await once(nginx, 'exit');
      await stopApp();
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
