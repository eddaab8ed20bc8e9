import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { afterEach, beforeEach, describe, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { startSystem } from '../src/system.js';

const skip = spawnSync('nginx', ['-v']).error && 'nginx is not installed';
const client = process.platform === 'linux' ? '127.0.0.2' : '127.0.0.1';

describe('nginx in front of the catalog', { skip }, () => {
  let system;
  const start = async (options) => (system = await startSystem(options));
  const restart = async (edit) => {
    await system.stop();
    await start({ edit });
  };
  beforeEach(() => start());
  afterEach(() => system.stop());

  // #region forged
  test('the app sees the client, whatever the client claims', async () => {
    const expected = {
      link: `https://localhost:${system.port}/shelf`,
      client,
      secure: true,
    };
    for (const headers of [
      {},
      { 'x-forwarded-for': '10.0.0.1' },
      { 'x-forwarded-host': 'evil.example' },
      { 'x-forwarded-proto': 'http' },
      { connection: 'close, x-forwarded-for, x-forwarded-proto' },
      { forwarded: 'for=10.0.0.1;host=evil.example' },
    ]) {
      const { body } = await system.call('/shelf', { headers });
      assert.deepEqual(JSON.parse(body), expected);
    }
  });
  // #endregion forged

  test('other headers arrive, but none that a proxy has to drop or set', async () => {
    const headers = {
      forwarded: 'for=10.0.0.1',
      te: 'trailers',
      connection: 'close, x-listed',
      'x-listed': 'nginx passes this on',
      'x-forwarded-prefix': '/and-this',
      'x-note': 'hello',
    };
    const { body } = await system.call('/echo', { headers });
    const seen = JSON.parse(body);
    assert.equal(seen['x-note'], 'hello');
    assert.equal(seen.host, `localhost:${system.port}`);
    assert.equal(seen.forwarded, undefined);
    assert.equal(seen.te, undefined);
    assert.equal(seen.connection, undefined);
    assert.ok(seen['x-listed']);
    assert.equal(seen['x-forwarded-prefix'], '/and-this');
  });

  test('another host name does not reach the app', async () => {
    const { status } = await system.call('/shelf', { host: 'evil.example' });
    assert.equal(status, 421);
  });

  test('502: the app is not running', async () => {
    await system.stopApp();
    assert.equal((await system.call('/shelf')).status, 502);
    assert.match(await system.log('error.log'), /connect\(\) failed/);
  });

  test('502: the app breaks off, or sends too much', async () => {
    assert.equal((await system.call('/crash')).status, 502);
    assert.equal((await system.call('/cookies')).status, 502);
    const log = await system.log('error.log');
    assert.match(log, /upstream prematurely closed connection/);
    assert.match(log, /upstream sent too big header/);
  });

  test('504: the app does not respond in time', async () => {
    const started = performance.now();
    assert.equal((await system.call('/slow')).status, 504);
    assert.ok(performance.now() - started < 4_000);
    assert.match(await system.log('error.log'), /upstream timed out/);
    assert.match(
      await system.log('access.log'),
      /slow .* 504 2\.\d+ app .* -$/m,
    );
  });

  test('the log tells a 502 of nginx from a 502 of the app', async () => {
    await system.call('/crash');
    await system.call('/gateway');
    const log = await system.log('access.log');
    assert.match(log, /crash .* 502 \S+ app .* -$/m);
    assert.match(log, /gateway .* 502 \S+ app \S+ 502 0\.\d+$/m);
  });

  test('413: the body is larger than nginx allows', async () => {
    const post = (body) => system.call('/scans', { method: 'POST', body });
    assert.equal((await post('x'.repeat(900_000))).status, 201);
    assert.equal((await post('x'.repeat(1_100_000))).status, 413);
    assert.match(await system.log('access.log'), / 413 \S+ app - - -/);
  });

  // #region stream
  test('events arrive one by one if the app asks for that', async () => {
    const parts = async (path) => {
      const chunks = [];
      for await (const chunk of await system.open(path))
        chunks.push(`${chunk}`);
      return chunks.length;
    };
    assert.equal(await parts('/news'), 2);
    assert.equal(await parts('/news?buffer=yes'), 1);
  });
  // #endregion stream

  // #region reload
  test('a reload does not cut off a response', async () => {
    const res = await system.open('/news');
    system.reload();
    await sleep(300);
    const received = await res.toArray();
    assert.match(received.join(''), /Closed on Friday/);
    assert.equal((await system.call('/shelf')).status, 200);
  });
  // #endregion reload

  test('nginx keeps its connection to the app open', async () => {
    for (let i = 0; i < 10; i++) await system.call('/shelf');
    assert.ok(system.connections() < 5, `${system.connections()}`);
    const before = system.connections();
    await sleep(7_000); // longer than Node.js waits by default
    await system.call('/shelf');
    assert.equal(system.connections(), before);
  });

  // #region slash
  test('a slash at the end of proxy_pass changes the path', async () => {
    const at = (pass) => (config) =>
      config
        .replace('location / {', 'location /api/ {')
        .replace('http://catalog;', pass);
    await restart(at('http://catalog;'));
    assert.equal((await system.call('/api/shelf')).status, 404); // /api/shelf
    await restart(at('http://catalog/;'));
    assert.equal((await system.call('/api/shelf')).status, 200); // /shelf
  });
  // #endregion slash
});
