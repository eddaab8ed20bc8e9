// The partner that knows stables, and instances of the service.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const project = join(import.meta.dirname, '..');

/** Doesn't answer for every sixth stable. */
export async function startPartner() {
  const partner = createServer((req, res) => {
    if (Number(req.url.split('/').pop()) % 6 !== 0) res.end('{}');
  }).listen(7531, '127.0.0.1');
  await once(partner, 'listening');
  return partner;
}

export async function startInstance(port, version, log, env = {}) {
  const options = [
    '--report-on-signal',
    '--report-exclude-env',
    '--report-exclude-network',
  ];
  const child = spawn(
    process.execPath,
    [...options, 'src/service.js', `${port}`],
    {
      cwd: project,
      env: { ...process.env, VERSION: version, ...env },
      stdio: ['ignore', log, 'inherit'],
    },
  );
  for (;;) {
    try {
      await fetch(`http://127.0.0.1:${port}/readyz`);
      return child;
    } catch {
      await sleep(50);
    }
  }
}
