// Both versions behind HAProxy, and traffic of 5,000 users.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { Agent, get } from 'node:http';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

export async function startSite({ bug = '' } = {}) {
  const run = (command, args, env) =>
    spawn(command, args, {
      cwd: join(import.meta.dirname, '..'),
      env: { ...process.env, ...env },
      stdio: 'ignore',
    });
  const children = [
    run(process.execPath, ['src/app.js', '7441']),
    run(process.execPath, ['src/app.js', '7442'], { BUG: bug }),
    run('haproxy', ['-db', '-f', 'haproxy.cfg']),
  ];
  await sleep(1500);
  return async () => {
    for (const child of children) {
      child.kill('SIGKILL');
      await once(child, 'exit');
    }
  };
}

/** Requests of random users, until stop() returns what they got. */
export function startTraffic({ perSecond = 300, users = 5000 } = {}) {
  const agent = new Agent({ keepAlive: true });
  const results = [];
  const timer = setInterval(() => {
    for (let i = 0; i < perSecond / 50; i++) {
      const user = Math.floor(Math.random() * users);
      request(user, agent).then((result) => results.push(result));
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
