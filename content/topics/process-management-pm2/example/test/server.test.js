// The same service without PM2, as systemd or a container runs it.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { until } from '../dev/pm2.js';

async function startService(release) {
  const free = createServer().listen(0, '127.0.0.1');
  await once(free, 'listening');
  const { port } = free.address();
  free.close();
  const service = spawn(
    process.execPath,
    [join(import.meta.dirname, '../server.js')],
    {
      env: { ...process.env, PORT: String(port), RELEASE: release },
      stdio: 'ignore',
    },
  );
  const ended = once(service, 'exit');
  const ask = (path = '/') =>
    fetch(`http://127.0.0.1:${port}${path}`, {
      signal: AbortSignal.timeout(10_000),
    });
  return { service, ended, ask };
}

for (const signal of ['SIGTERM', 'SIGINT'])
  test(`${signal}: the open request is finished, then it ends`, async () => {
    const { service, ended, ask } = await startService('v1');
    try {
      await until(() => ask().catch(() => false));
      const slow = ask('/export');
      await sleep(200);
      service.kill(signal);
      service.kill(signal); // impatient
      await sleep(300);
      const last = await ask(); // still there, but says goodbye
      assert.equal(last.headers.get('connection'), 'close');
      assert.match(await (await slow).text(), /^v1 /);
      assert.deepEqual(await ended, [0, null]);
    } finally {
      service.kill('SIGKILL');
    }
  });

test('a start that fails ends with an exit code', async () => {
  const { ended } = await startService('broken');
  const [code] = await ended;
  assert.notEqual(code, 0);
});
