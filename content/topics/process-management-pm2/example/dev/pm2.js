// PM2 with a daemon and an app folder of its own, next to any other PM2.
import { execFile } from 'node:child_process';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';

const project = join(import.meta.dirname, '..');
const cli = join(project, 'node_modules/pm2/bin/pm2');
const run = promisify(execFile);

export async function startPm2() {
  const home = await mkdtemp(join(tmpdir(), 'pm2-'));
  const port = await freePort();
  const env = { ...process.env, PM2_HOME: join(home, '.pm2') };
  for (const file of ['server.js', 'ecosystem.config.cjs', 'package.json'])
    await cp(join(project, file), join(home, file));

  const pm2 = async (...args) => {
    const options = { cwd: home, env, timeout: 60_000 };
    const { stdout } = await run(process.execPath, [cli, ...args], options);
    return stdout;
  };
  /** Writes another ecosystem file, as a deployment does. */
  const configure = async (changes) => {
    const file = join(home, 'ecosystem.config.cjs');
    const text = await readFile(join(project, 'ecosystem.config.cjs'), 'utf8');
    await writeFile(
      file,
      `${text}\nconst [app] = module.exports.apps;\n` +
        `app.env.PORT = '${port}';\n` +
        `const { env, ...others } = ${JSON.stringify(changes)};\n` +
        `Object.assign(app, others); Object.assign(app.env, env);\n`,
    );
  };
  const list = async () => {
    const output = await pm2('jlist');
    return JSON.parse(output.slice(output.indexOf('[{'))).map((app) => ({
      pid: app.pid,
      status: app.pm2_env.status,
      restarts: app.pm2_env.restart_time,
    }));
  };
  const ask = async (path = '/') => {
    const signal = AbortSignal.timeout(10_000);
    const response = await fetch(`http://127.0.0.1:${port}${path}`, { signal });
    return response.text();
  };
  const stop = async () => {
    await pm2('kill');
    await rm(home, { recursive: true, force: true, maxRetries: 5 });
  };
  await configure({});
  return { pm2, configure, list, ask, stop, port, home };
}

export async function until(isTrue, seconds = 20) {
  for (const end = Date.now() + seconds * 1000; Date.now() < end;) {
    if (await isTrue()) return;
    await sleep(100);
  }
  throw new Error(`still not true after ${seconds} s: ${isTrue}`);
}

function freePort() {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}
