import assert from 'node:assert/strict';
import { once } from 'node:events';
import {
  cpSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { build } from 'vite';
import { createApp } from '../src/app.js';

const project = join(import.meta.dirname, '..');
let folder, dist, server;

before(async () => {
  folder = mkdtempSync(join(tmpdir(), 'site-'));
  dist = join(folder, 'dist');
  cpSync(join(project, 'site'), join(folder, 'site'), { recursive: true });
  writeFileSync(join(folder, 'secret.txt'), 'secret');
  await deploy();
});

after(() => {
  server.close();
  rmSync(folder, { recursive: true });
});

async function deploy() {
  await build({
    configFile: join(project, 'vite.config.js'),
    root: join(folder, 'site'),
    logLevel: 'warn',
  });
  // A reproducible build gives all its files the same time.
  utimesSync(join(dist, 'index.html'), 0, 0);
  server?.close();
  server = createApp(dist).listen(0, '127.0.0.1');
  await once(server, 'listening');
}

/** Sends a path exactly as it is: fetch would resolve `..` first. */
async function get(path, headers = {}) {
  const { port } = server.address();
  const req = request({ port, path, headers, host: '127.0.0.1' });
  const [res] = await once(req.end(), 'response');
  const body = (await res.toArray()).join('');
  return { status: res.statusCode, headers: res.headers, body };
}

const scriptIn = (html) => html.match(/src="(.*?\.js)"/)[1];

// #region policies
test('the page is asked for each time, its files once a year', async () => {
  const page = await get('/');
  assert.equal(page.headers['cache-control'], 'no-cache');
  assert.equal(page.headers['x-content-type-options'], 'nosniff');
  const script = await get(scriptIn(page.body));
  assert.equal(script.status, 200);
  assert.match(script.headers['content-type'], /^text\/javascript/);
  assert.equal(
    script.headers['cache-control'],
    'public, max-age=31536000, immutable',
  );
  const icon = await get('/icon.svg');
  assert.equal(icon.headers['cache-control'], 'no-cache');
});
// #endregion policies

// #region deployment
test('a deployment changes the page, and old pages still find their files', async () => {
  const old = await get('/');
  const main = join(folder, 'site', 'main.js');
  writeFileSync(main, readFileSync(main, 'utf8').replaceAll('click', 'input'));
  await deploy();

  const again = await get('/', { 'if-none-match': old.headers.etag });
  assert.equal(again.status, 200); // not 304
  assert.equal(again.body.length, old.body.length);
  assert.notEqual(scriptIn(again.body), scriptIn(old.body));
  for (const html of [old.body, again.body])
    assert.equal((await get(scriptIn(html))).status, 200);

  const same = await get('/', { 'if-none-match': again.headers.etag });
  assert.equal(same.status, 304);
  assert.equal(same.body, '');
});
// #endregion deployment

test('a fixed name with content of the same size and time is sent again', async () => {
  const worker = join(dist, 'sw.js');
  const write = (script) => {
    writeFileSync(worker, `const files = ['/assets/${script}'];`);
    utimesSync(worker, 0, 0);
  };
  write('main-4f2a91.js');
  const { headers } = await get('/sw.js');
  write('main-b7c03d.js');
  for (const condition of [
    { 'if-none-match': headers.etag ?? '"0-28"' },
    { 'if-modified-since': 'Thu, 01 Jan 1970 00:00:00 GMT' },
  ]) {
    const again = await get('/sw.js', condition);
    assert.equal(again.status, 200);
    assert.match(again.body, /main-b7c03d/);
  }
});

test('a part of a file can be asked for', async () => {
  const res = await get('/icon.svg', { range: 'bytes=0-3' });
  assert.equal(res.status, 206);
  assert.equal(res.body, '<svg');
});

test('routes of the browser get the page, missing files a 404', async () => {
  assert.match((await get('/seats/7')).body, /<!doctype html>/);
  for (const path of [
    '/assets/main-00000000.js',
    '/assets/',
    '/assets',
    '/logo.png',
    '/api/seats',
  ]) {
    const res = await get(path);
    assert.equal(res.status, 404, path);
    assert.equal(res.headers['cache-control'], undefined, path);
  }
});

// #region secret
test('what is not in the folder stays secret', async () => {
  writeFileSync(join(dist, '.env'), 'DATABASE_PASSWORD=hunter2');
  writeFileSync(join(dist, 'assets', '.env'), 'DATABASE_PASSWORD=hunter2');
  for (const path of [
    '/.env',
    '/assets/.env',
    '/../secret.txt',
    '/..%2fsecret.txt',
    '/%2e%2e/secret.txt',
    '/assets/..%2f..%2fsecret.txt',
    '/assets/..%5c..%5csecret.txt',
    '/secret.txt%00.js',
  ]) {
    const res = await get(path);
    assert.ok([400, 403, 404].includes(res.status), `${path} ${res.status}`);
    assert.doesNotMatch(res.body, /secret|hunter2/);
  }
});
// #endregion secret
