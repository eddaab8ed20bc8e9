// Both versions behind HAProxy, and traffic of 5,000 users.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { Agent, get } from 'node:http';
import { connect } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const project = join(import.meta.dirname, '..');

/** With `detached`, Ctrl+C in the terminal doesn't reach the servers. */
export async function startSite({
  bug = '',
  failures = 0.002,
  detached = false,
} = {}) {
  for (const port of [7400, 7441, 7442]) {
    const isTaken = await answers(port);
    if (isTaken) throw new Error(`port ${port} is in use`);
  }
  writeFileSync(join(project, 'share.map'), 'share 0\n');
  const run = (command, args, env) => {
    const child = spawn(command, args, {
      cwd: project,
      env: { ...process.env, FAILURES: `${failures}`, ...env },
      stdio: 'ignore',
      detached,
    });
    process.once('exit', () => child.kill('SIGKILL'));
    return child;
  };
  const startHaproxy = () => run('haproxy', ['-db', '-f', 'haproxy.cfg']);
  const site = {
    old: run(process.execPath, ['src/app.js', '7441']),
    new: run(process.execPath, ['src/app.js', '7442'], { BUG: bug }),
    haproxy: startHaproxy(),
    async restartHaproxy() {
      await end(site.haproxy);
      site.haproxy = startHaproxy();
      await sleep(1500);
    },
    async stop() {
      await Promise.all([site.old, site.new, site.haproxy].map(end));
    },
  };
  await sleep(1500);
  return site;
}

async function end(child) {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGKILL');
  await once(child, 'exit');
}

const answers = (port) =>
  new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => {
      socket.destroy();
      resolve(true);
    });
    socket.on('error', () => resolve(false));
  });

/** Requests of random users, until stop() returns what they got. */
export function startTraffic({ perSecond = 300, users = 5000 } = {}) {
  const agent = new Agent({ keepAlive: true });
  const results = [];
  const timer = setInterval(() => {
    for (let i = 0; i < perSecond / 50; i++) {
      const user = Math.floor(Math.random() * users);
      request(user, agent)
        .catch((error) => ({ user, status: error.code }))
        .then((result) => results.push(result));
    }
  }, 20);
  return async () => {
    clearInterval(timer);
    await sleep(500);
    agent.destroy();
    return results;
  };
}

export function request(user, agent) {
  return new Promise((resolve, reject) => {
    const headers = user === undefined ? {} : { cookie: `user=${user}` };
    get({ host: '127.0.0.1', port: 7400, agent, headers }, (res) => {
      res.resume();
      res.on('end', () =>
        resolve({
          user,
          at: performance.now(),
          status: res.statusCode,
          version: res.headers['x-version'],
        }),
      );
    }).on('error', reject);
  });
}
