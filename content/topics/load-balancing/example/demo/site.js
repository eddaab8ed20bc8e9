// Starts tile servers and HAProxy, sends requests at given times, and stops everything.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { Agent, get } from 'node:http';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const project = join(import.meta.dirname, '..');
const run = (command, args, env) =>
  spawn(command, args, {
    cwd: project,
    env: { ...process.env, ...env },
    stdio: 'ignore',
  });

export async function startSite({
  config = 'haproxy.cfg',
  rule = 'leastconn',
  maxconn = 0,
  count = 8,
  broken,
} = {}) {
  const servers = new Map();
  const startServer = (n) =>
    servers.set(
      n,
      run(process.execPath, ['src/tiles.js', `731${n}`], {
        BROKEN: n === broken ? 'yes' : '',
      }),
    );
  for (let n = 1; n <= count; n++) startServer(n);
  await sleep(1000);
  const haproxy = run('haproxy', ['-db', '-f', config], {
    RULE: rule,
    MAXCONN: `${maxconn}`,
  });
  haproxy.on('error', (error) => {
    throw error;
  });
  await sleep(2000); // until the checks have run
  return {
    servers,
    startServer,
    async stop() {
      for (const child of [haproxy, ...servers.values()]) {
        if (child.exitCode !== null || child.signalCode !== null) continue;
        child.kill('SIGKILL');
        await once(child, 'exit');
      }
    },
  };
}

/** One in ten is a mountain. At random times, as many users make them. */
export function randomTraffic({ perSecond, seconds }) {
  const traffic = [];
  for (let at = 0; ;) {
    at += (-Math.log(1 - Math.random()) * 1000) / perSecond;
    if (at > seconds * 1000) return traffic;
    traffic.push({ at, path: Math.random() < 0.1 ? '/mountain' : '/valley' });
  }
}

/** Sends every request at its time, whether or not the ones before are back. */
export async function send(traffic) {
  const agent = new Agent({ keepAlive: true });
  const began = performance.now();
  const results = await Promise.all(
    traffic.map(async ({ at, path }) => {
      await sleep(began + at - performance.now());
      const result = await request(path, { agent });
      return { ...result, ms: performance.now() - began - at };
    }),
  );
  agent.destroy();
  return results;
}

export function request(path, options) {
  return new Promise((resolve) => {
    const req = get(
      { host: '127.0.0.1', port: 7300, path, ...options },
      async (res) => {
        let body = '';
        try {
          for await (const chunk of res) body += chunk;
          const { statusCode: status, headers } = res;
          resolve({ status, server: headers['x-served-by'], headers, body });
        } catch (error) {
          resolve({ status: error.code });
        }
      },
    );
    req.on('error', (error) => resolve({ status: error.code }));
  });
}
