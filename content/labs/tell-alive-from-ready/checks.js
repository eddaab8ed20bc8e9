function make(module, { checks = {}, stopping = false } = {}) {
  const logged = [];
  const timers = [];
  const handle = module.createHealth({
    checks,
    isStopping: typeof stopping === 'function' ? stopping : () => stopping,
    sleep: (milliseconds) => new Promise((resolve) => timers.push({ milliseconds, resolve })),
    log: (name, error) => logged.push(`${name}: ${error.message}`),
  });
  return { get: (path) => handle(new Request(`http://shop.test${path}`)), logged, timers };
}
const fine = async () => {};
const broken = async () => { throw new Error('/var/lib/shop-7 is full'); };
const turns = async () => { for (let i = 0; i < 20; i += 1) await Promise.resolve(); };

export default [
  {
    name: 'A process that can answer is alive, whatever its checks say',
    async run({ module, assert }) {
      let asked = 0;
      const { get } = make(module, { checks: { disk: async () => { asked += 1; throw new Error('full'); } } });
      const { status } = await get('/livez');
      assert.equal(status, 200, `Expected 200, found ${status}.`);
      assert.equal(asked, 0, '/livez ran a check.');
    },
  },
  {
    name: 'If all checks are fine, it is ready',
    async run({ module, assert }) {
      const response = await make(module, { checks: { disk: fine, proxy: fine } }).get('/readyz');
      assert.equal(response.status, 200, `Expected 200, found ${response.status}.`);
      const body = await response.json();
      assert.deepEqual(body, { disk: 'ok', proxy: 'ok' }, `Found the body ${JSON.stringify(body)}.`);
    },
  },
  {
    name: 'If a check fails, it is not ready and says which',
    async run({ module, assert }) {
      const response = await make(module, { checks: { disk: broken, proxy: fine } }).get('/readyz');
      assert.equal(response.status, 503, `Expected 503, found ${response.status}.`);
      const body = await response.json();
      assert.deepEqual(body, { disk: 'failed', proxy: 'ok' }, `Found the body ${JSON.stringify(body)}.`);
    },
  },
  {
    name: 'Several checks can fail',
    async run({ module, assert }) {
      const now = () => { throw new Error('no client'); };
      const { get, logged } = make(module, { checks: { disk: broken, proxy: fine, model: broken, cache: async () => now() } });
      const response = await get('/readyz');
      assert.equal(response.status, 503, `Expected 503, found ${response.status}.`);
      const body = await response.json();
      assert.deepEqual(body, { disk: 'failed', proxy: 'ok', model: 'failed', cache: 'failed' }, `Found the body ${JSON.stringify(body)}.`);
      assert.equal(logged.length, 3, `Three checks failed: expected three calls of log, found ${logged.length}.`);
      const none = await make(module, { checks: {} }).get('/readyz');
      assert.equal(none.status, 200, `Without checks the service is ready: expected 200, found ${none.status}.`);
    },
  },
  {
    name: 'The reason is logged and not sent',
    async run({ module, assert }) {
      const { get, logged } = make(module, { checks: { disk: broken, proxy: fine } });
      const text = await (await get('/readyz')).text();
      assert.ok(!text.includes('shop-7'), `The response tells everyone: ${text}`);
      assert.deepEqual(logged, ['disk: /var/lib/shop-7 is full'], `Found the log: ${logged.join('; ') || 'nothing'}.`);
    },
  },
  {
    name: 'Checks run at the same time',
    async run({ module, assert }) {
      const started = [];
      const hang = (name) => () => { started.push(name); return new Promise(() => {}); };
      const { get } = make(module, { checks: { disk: hang('disk'), proxy: hang('proxy') } });
      get('/readyz');
      await turns();
      assert.deepEqual(started, ['disk', 'proxy'], `The first check is still running, and only ${started.join(', ') || 'none'} was started.`);
    },
  },
  {
    name: 'A check that hangs counts as failed after 500 ms',
    async run({ module, assert }) {
      const { get, timers, logged } = make(module, { checks: { disk: () => new Promise(() => {}), proxy: fine } });
      const answer = get('/readyz');
      await turns();
      const times = timers.map(({ milliseconds }) => milliseconds);
      assert.ok(times.length > 0 && times.every((time) => time === 500), `Expected sleep(500), found ${times.map((time) => `sleep(${time})`).join(', ') || 'no call'}.`);
      for (const { resolve } of timers) resolve();
      const response = await Promise.race([answer, turns().then(turns)]);
      assert.equal(response?.status, 503, `After 500 ms expected 503, found ${response?.status ?? 'no answer'}.`);
      const body = await response.json();
      assert.deepEqual(body, { disk: 'failed', proxy: 'ok' }, `Found the body ${JSON.stringify(body)}.`);
      assert.equal(logged.length, 1, `The slow check has failed, so log should be called once for it, found ${logged.length}.`);
      // A timer that ends after its check was done must not become an error of its own.
      await new Promise((resolve) => setTimeout(resolve, 1));
    },
  },
  {
    name: 'Every request asks again',
    async run({ module, assert }) {
      let isFull = true;
      let isStopping = false;
      const { get } = make(module, { checks: { disk: async () => { if (isFull) throw new Error('full'); return false; } }, stopping: () => isStopping });
      const statuses = [];
      statuses.push((await get('/readyz')).status);
      isFull = false;
      statuses.push((await get('/readyz?from=kubelet')).status);
      isStopping = true;
      statuses.push((await get('/readyz')).status);
      assert.deepEqual(statuses, [503, 200, 503], `The disk was full, then it wasn't, and then the instance began to stop: expected 503, 200, 503, found ${statuses.join(', ')}.`);
    },
  },
  {
    name: 'An instance that is stopping is not ready',
    async run({ module, assert }) {
      let asked = 0;
      const { get } = make(module, { checks: { disk: async () => (asked += 1) }, stopping: true });
      const response = await get('/readyz');
      assert.equal(response.status, 503, `Expected 503, found ${response.status}.`);
      const body = await response.json();
      assert.deepEqual(body, { stopping: true }, `Expected the body {"stopping":true}. Found ${JSON.stringify(body)}.`);
      assert.equal(asked, 0, 'The checks ran although it is stopping.');
      assert.equal((await get('/livez')).status, 200, "It's still alive while it stops.");
    },
  },
  {
    name: 'Responses are not cached, and other paths do not exist',
    async run({ module, assert }) {
      const { get } = make(module, { checks: { disk: fine } });
      for (const path of ['/livez', '/readyz']) {
        const found = (await get(path)).headers.get('Cache-Control');
        assert.equal(found, 'no-store', `${path}: expected Cache-Control: no-store, found ${found}.`);
      }
      const bad = (await make(module, { checks: { disk: broken } }).get('/readyz')).headers.get('Cache-Control');
      assert.equal(bad, 'no-store', `/readyz with 503: expected Cache-Control: no-store, found ${bad}.`);
      for (const path of ['/health', '/', '/readyz/disk', '/livezz', '/x/livez']) {
        const { status } = await get(path);
        assert.equal(status, 404, `${path}: expected 404, found ${status}.`);
      }
    },
  },
];
