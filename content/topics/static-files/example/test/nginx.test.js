import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { request } from 'node:http';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';

const skip = spawnSync('nginx', ['-v']).error && 'nginx is not installed';

describe('nginx', { skip }, () => {
  let folder, nginx, port;

  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'nginx-'));
    mkdirSync(join(folder, 'dist', 'assets'), { recursive: true });
    writeFileSync(join(folder, 'dist', 'assets', 'main-4f2a91.js'), '1;');
    const packed = join(folder, 'dist', 'assets', 'main-4f2a91.js.gz');
    writeFileSync(packed, gzipSync('1;'));
    writeFileSync(join(folder, 'dist', '.env'), 'hunter2');
    writeFileSync(join(folder, 'dist', 'assets', '.env'), 'hunter2');
    writeFileSync(join(folder, 'secret.txt'), 'secret');
    mkdirSync(join(folder, 'dist', '.well-known'));
    writeFileSync(join(folder, 'dist', '.well-known', 'token'), 'mine');
    writePage('main-4f2a91.js');
    port = await freePort();
    const config = readFileSync(
      join(import.meta.dirname, '../nginx.conf'),
      'utf8',
    )
      .replace('127.0.0.1:8080', `127.0.0.1:${port}`)
      .replace('root dist', `root ${join(folder, 'dist')}`)
      // As root, nginx gives up its rights, and couldn't read the folder.
      .replace(
        'daemon off;',
        process.getuid?.() === 0 ? '$& user root;' : '$&',
      );
    writeFileSync(join(folder, 'nginx.conf'), config);
    nginx = spawn('nginx', ['-p', folder, '-c', 'nginx.conf'], {
      stdio: 'ignore',
    });
    for (let attempt = 0; attempt < 50; attempt++) {
      if (await get('/').catch(() => undefined)) return;
      await sleep(100);
    }
    assert.fail('nginx does not start');
  });

  after(async () => {
    nginx.kill();
    await once(nginx, 'exit');
    rmSync(folder, { recursive: true });
  });

  function writePage(script) {
    for (const name of ['index.html', 'sw.js']) {
      const path = join(folder, 'dist', name);
      writeFileSync(path, `<script src="/assets/${script}"></script>`);
      utimesSync(path, 0, 0);
    }
  }

  async function get(path, headers = {}) {
    const req = request({ port, path, headers, host: '127.0.0.1' });
    const [res] = await once(req.end(), 'response');
    const body = (await res.toArray()).join('');
    return { status: res.statusCode, headers: res.headers, body };
  }

  test('the page is asked for each time, its files once a year', async () => {
    for (const path of ['/', '/index.html', '/seats/7', '/sw.js']) {
      const page = await get(path);
      assert.match(page.body, /main-4f2a91/);
      assert.equal(page.headers['cache-control'], 'no-cache');
      assert.equal(page.headers['x-content-type-options'], 'nosniff');
    }
    const script = await get('/assets/main-4f2a91.js');
    assert.equal(
      script.headers['cache-control'],
      'max-age=31536000, immutable',
    );
    assert.equal(script.headers['x-content-type-options'], 'nosniff');
    const accept = { 'accept-encoding': 'gzip' };
    const { headers } = await get('/assets/main-4f2a91.js', accept);
    assert.equal(headers['content-encoding'], 'gzip');
    assert.equal(headers.vary, 'Accept-Encoding');
  });

  test('a page of the same size and time is sent again', async () => {
    const { headers } = await get('/sw.js');
    writePage('main-b7c03d.js');
    for (const path of ['/', '/sw.js']) {
      for (const condition of [
        { 'if-none-match': headers.etag ?? '"0-2d"' },
        { 'if-modified-since': 'Thu, 01 Jan 1970 00:00:00 GMT' },
      ]) {
        const again = await get(path, condition);
        assert.equal(again.status, 200);
        assert.match(again.body, /main-b7c03d/);
      }
    }
  });

  test('a certificate authority finds its token', async () => {
    assert.equal((await get('/.well-known/token')).body, 'mine');
  });

  test('missing files are a 404, and secrets stay secret', async () => {
    for (const path of [
      '/assets/main-00000000.js',
      '/assets',
      '/logo.png',
      '/api/seats',
      '/.env',
      '/assets/.env',
      '/.well-known/assetlinks.json',
      '/..%2fsecret.txt',
      '/../secret.txt',
      '/assets/..%2f..%2fsecret.txt',
    ]) {
      const res = await get(path);
      assert.ok([400, 404].includes(res.status), `${path} ${res.status}`);
      assert.doesNotMatch(res.body, /secret|hunter2|main-/);
    }
  });
});

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  return port;
}
