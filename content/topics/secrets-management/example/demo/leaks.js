// Plants a marker secret, runs both services and looks where it turns up.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const project = join(import.meta.dirname, '..');
const marker = 'marker-7f3a9c';

async function run(service, env) {
  const cwd = mkdtempSync(join(tmpdir(), 'leaks-'));
  mkdirSync(join(cwd, 'secrets'));
  writeFileSync(join(cwd, 'secrets/smtp_password'), `${marker}\n`);

  const child = spawn(
    process.execPath,
    ['--report-uncaught-exception', join(project, service)],
    { cwd, env: { PATH: process.env.PATH, ...env } },
  );
  let log = '';
  child.stdout.on('data', (chunk) => (log += chunk));
  child.stderr.resume();
  while (!log.includes('}')) await once(child.stdout, 'data');
  while (!readdirSync(cwd).includes('child.txt'))
    await new Promise(setImmediate);
  const environ = readFileSync(`/proc/${child.pid}/environ`, 'utf8');
  child.stdin.end('\n'); // now it fails
  await once(child, 'close');

  const report = readdirSync(cwd).find((name) => name.startsWith('report'));
  const places = {
    log,
    'child process': readFileSync(join(cwd, 'child.txt'), 'utf8'),
    'crash report': readFileSync(join(cwd, report), 'utf8'),
    '/proc/PID/environ': environ,
  };
  rmSync(cwd, { recursive: true });
  const found = Object.keys(places).filter((p) => places[p].includes(marker));
  console.log(`${service}: ${found.join(', ') || 'nowhere'}`);
}

await run('first-try/service.js', { SMTP_PASSWORD: marker });
await run('src/service.js', { SECRETS_DIR: 'secrets' });
