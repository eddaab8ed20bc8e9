import assert from 'node:assert/strict';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { afterEach, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { createApp } from '../src/app.js';
import { diskCheck } from '../src/checks.js';
import { createHealth } from '../src/health.js';

let health, server;
afterEach(() => {
  health.stop();
  server.close();
});

async function serve(checks, options) {
  health = createHealth(checks, options);
  server = createApp(health).listen(0);
  await once(server, 'listening');
  return async (path) => {
    const res = await fetch(`http://localhost:${server.address().port}${path}`);
    return [res.status, path === '/readyz' ? (await res.json()).problems : ''];
  };
}

// #region life
test('not ready before the first check, and while something is wrong', async () => {
  const disk = { free: 900 };
  const check = async () => {
    if (disk.free < 100) throw new Error(`${disk.free} MB left`);
  };
  const get = await serve({ disk: check }, { pause: 10 });
  assert.deepEqual(await get('/readyz'), [503, { disk: 'not checked yet' }]);

  await health.start();
  assert.deepEqual(await get('/readyz'), [200, {}]);
  disk.free = 12;
  await sleep(50);
  assert.deepEqual(await get('/readyz'), [503, { disk: '12 MB left' }]);
  assert.deepEqual(await get('/livez'), [200, '']); // a restart wouldn't help
  disk.free = 900;
  await sleep(50);
  assert.deepEqual(await get('/readyz'), [200, {}]);
});
// #endregion life

// #region hang
test('a check that hangs counts as a failure, and holds up no probe', async () => {
  let calls = 0;
  const hanging = () => {
    calls++;
    return new Promise(() => {});
  };
  const get = await serve({ hanging }, { pause: 10, timeout: 40 });
  await health.start();
  const begun = performance.now();
  for (let i = 0; i < 50; i++) {
    assert.deepEqual(await get('/readyz'), [
      503,
      { hanging: 'no result after 40 ms' },
    ]);
  }
  const each = (performance.now() - begun) / 50;
  assert.ok(each < 40, `a probe took ${each} ms`);
  await sleep(100); // several rounds
  assert.equal(calls, 1, 'neither probes nor rounds start another one');
});
// #endregion hang

test('an instance that stops is not ready, and still answers', async () => {
  const get = await serve({});
  await health.start();
  assert.deepEqual(await get('/readyz'), [200, {}]);
  health.stop();
  assert.deepEqual(await get('/readyz'), [503, { process: 'stopping' }]);
  assert.deepEqual(await get('/recipes'), [200, '']);
});

test('nothing is checked after a stop', async () => {
  let calls = 0;
  const slow = async () => {
    calls++;
    await sleep(30);
  };
  await serve({ slow }, { pause: 1 });
  const first = health.start();
  health.stop();
  await first;
  await sleep(50);
  assert.equal(calls, 1);
});

test('a stop between two rounds ends the checks, too', async () => {
  let calls = 0;
  await serve({ quick: () => calls++ }, { pause: 20 });
  await health.start();
  health.stop();
  await sleep(60);
  assert.equal(calls, 1);
});

test('a check may throw at once, and anything', async () => {
  const odd = () => {
    throw undefined;
  };
  const get = await serve({ odd });
  await health.start();
  assert.deepEqual(await get('/readyz'), [503, { odd: 'undefined' }]);
});

test('a check that passes its signal on is ended, and runs again', async () => {
  let calls = 0;
  const slow = (signal) => {
    calls++;
    return sleep(60_000, undefined, { signal, ref: false });
  };
  await serve({ slow }, { pause: 10, timeout: 20 });
  await health.start();
  await sleep(200);
  assert.ok(calls > 1);
});

test('a probe is never cached', async () => {
  await serve({});
  const url = `http://localhost:${server.address().port}/readyz`;
  const { headers } = await fetch(url);
  assert.equal(headers.get('cache-control'), 'no-store');
});

test('the disk check tells a full disk and a missing folder', async () => {
  await serve({});
  await diskCheck(tmpdir(), 0)();
  await assert.rejects(diskCheck(tmpdir(), 1e12)(), /\d+ MB left/);
  await assert.rejects(diskCheck('/no/such/folder', 0)(), /ENOENT/);
});
