// Two instances behind HAProxy; the disk of one is full after a second.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { createApp } from '../src/app.js';
import { createHealth } from '../src/health.js';

const config = readFileSync(join(import.meta.dirname, 'haproxy.cfg'), 'utf8');
await run('the port is open', config.replace(/ *option httpchk.*\n/, ''));
await run('GET /readyz', config);

async function run(name, config) {
  let full = false;
  const broken = () => full;
  const a = await startInstance(broken);
  const b = await startInstance(() => false);
  const site = await freePort();
  const file = join(tmpdir(), `haproxy-${site}.cfg`);
  writeFileSync(file, config);
  const proxy = spawn('haproxy', ['-f', file, '-db'], {
    stdio: 'ignore',
    env: { ...process.env, SITE: site, A: a.port, B: b.port },
  });
  await sleep(1_000);

  let requests = 0;
  let errors = 0;
  let lastError = 0;
  const begun = performance.now();
  const until = begun + 10_000;
  async function visitor() {
    while (performance.now() < until) {
      const res = await fetch(`http://127.0.0.1:${site}/recipes`);
      await res.text();
      requests++;
      if (!res.ok) {
        errors++;
        lastError = performance.now();
      }
    }
  }
  setTimeout(() => (full = true), 1_000);
  await Promise.all(Array.from({ length: 20 }, visitor));
  const percent = Math.round((errors / requests) * 100);
  const seconds = ((lastError - begun) / 1_000 - 1).toFixed(1);
  console.log(
    `check "${name}": ${percent}% errors, the last one ${seconds} s after the fault`,
  );

  proxy.kill();
  await once(proxy, 'exit');
  rmSync(file);
  for (const { server, health } of [a, b]) {
    health.stop();
    server.closeAllConnections();
    server.close();
  }
}

async function startInstance(isBroken) {
  const disk = async () => {
    if (isBroken()) throw new Error('0 MB left');
  };
  const health = createHealth({ disk }, { pause: 500 });
  await health.start();
  const server = createApp(health, isBroken).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { server, health, port: server.address().port };
}

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  return port;
}
