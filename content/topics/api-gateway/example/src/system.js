import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { SignJWT } from 'jose';
import { auth } from './auth.js';
import { login } from './keys.js';
import { archive, articles, comments } from './services.js';

/** Starts the services and nginx in front of them, on free ports unless told otherwise. */
export async function startSystem({ port, edit = (config) => config } = {}) {
  const folder = await mkdtemp(join(tmpdir(), 'gateway-'));
  await chmod(folder, 0o755); // started by root, nginx works as another user
  let config = edit(
    await readFile(new URL('../nginx.conf', import.meta.url), 'utf8'),
  );
  const servers = {};
  const apps = { auth, articles, archive, comments };
  for (const [index, [name, app]] of Object.entries(apps).entries()) {
    servers[name] = app.listen(0, '127.0.0.1');
    await once(servers[name], 'listening');
    const own = `127.0.0.1:${servers[name].address().port}`;
    config = config.replaceAll(`127.0.0.1:${9000 + index}`, own);
  }
  port ??= await freePort();
  config = config.replace('127.0.0.1:8080', `127.0.0.1:${port}`);
  await writeFile(join(folder, 'nginx.conf'), config);

  const options = ['-p', folder, '-c', 'nginx.conf', '-e', 'error.log'];
  const nginx = spawn('nginx', [...options, '-g', 'daemon off;'], {
    stdio: 'inherit',
  });
  await once(nginx, 'spawn');
  const call = (path, { headers, method = 'GET', body, to = port } = {}) =>
    send({ port: to, path, headers, method, body });
  for (let i = 0; i < 50; i++) {
    if (await call('/ready').catch(() => undefined)) break;
    await sleep(100);
  }

  const stopService = (name) => {
    servers[name].closeAllConnections();
    return new Promise((resolve) => servers[name].close(resolve));
  };
  return {
    call,
    port,
    stopService,
    portOf: (name) => servers[name].address().port,
    log: () => readFile(join(folder, 'access.log'), 'utf8'),
    async stop() {
      nginx.kill();
      await once(nginx, 'exit');
      await Promise.all(Object.keys(servers).map(stopService));
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Unlike fetch, this sends the path as it's written. */
async function send({ body, ...options }) {
  const req = request({ ...options, agent: false });
  const [res] = await once(req.end(body), 'response');
  const content = await text(res);
  const json = res.headers['content-type']?.includes('json');
  return {
    status: res.statusCode,
    headers: res.headers,
    body: json ? JSON.parse(content) : content,
  };
}

/** What the login server would issue. */
export const sign = (user, changes = {}) => {
  const {
    audience = 'paper-api',
    expiry = '5m',
    issuer = 'https://login.paper.example',
    key = login.privateKey,
  } = changes;
  const token = new SignJWT({})
    .setProtectedHeader({ alg: 'ES256' })
    .setIssuer(issuer)
    .setAudience(audience)
    .setSubject(user);
  if (expiry) token.setExpirationTime(expiry);
  return token.sign(key);
};

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  await new Promise((resolve) => server.close(resolve));
  return port;
}
