import { mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import type { Server } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { serve } from '#scripts/serve/server.ts';
import { seedRandom } from '../../support/random.ts';

/** Holds the site's folder, and a file beside it that nobody may read. */
let outside: string;
let folder: string;
let server: Server;
let origin: string;

beforeAll(async () => {
  outside = mkdtempSync(join(tmpdir(), 'wayline-faults-'));
  folder = join(outside, 'dist');
  mkdirSync(join(folder, 'about'), { recursive: true });
  mkdirSync(join(folder, 'folder.html'));
  writeFileSync(join(outside, 'secret.txt'), 'secret words');
  writeFileSync(join(folder, '_headers'), '/*\n  X-Content-Type-Options: nosniff\n');
  writeFileSync(join(folder, '_redirects'), '');
  writeFileSync(join(folder, '404.html'), 'Missing');
  writeFileSync(join(folder, 'large.bin'), Buffer.alloc(40_000_000));
  writeFileSync(join(folder, 'about/index.html'), 'About');
  symlinkSync('gone.html', join(folder, 'dangling.html'));
  vi.spyOn(console, 'error').mockImplementation(() => {});
  server = await serve({ folder, base: '/', port: 0 });
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(() => {
  vi.restoreAllMocks();
  server.closeAllConnections();
  server.close();
  rmSync(outside, { recursive: true });
});

const request = (path: string, method = 'GET', ...headers: readonly string[]) =>
  [`${method} ${path} HTTP/1.1`, 'Host: x', 'Connection: close', ...headers, '', ''].join('\r\n');

function open(): Socket {
  const { hostname, port } = new URL(origin);
  return connect(Number(port), hostname);
}

/** Sends a text as it is, and reads the answer until the server closes, has said enough, or has waited for a second. */
function talk(text: string): Promise<string> {
  return new Promise((resolve) => {
    const socket = open();
    let answer = '';
    const end = () => {
      socket.destroy();
      resolve(answer);
    };
    socket.setTimeout(1000, end);
    socket.on('error', end).on('close', end);
    socket.on('data', (data) => {
      answer += data.toString('latin1');
      if (answer.length > 20_000) end();
    });
    socket.write(text, 'latin1');
  });
}

/** Expects an answer that says nothing of the machine; a closed socket is one too. */
async function expectPlain(text: string): Promise<void> {
  const answer = await talk(text);
  expect(answer).not.toMatch(/node_modules|\bat \S+ \(|\.ts:\d/u);
  if (answer !== '') expect(answer).toMatch(/^HTTP\/1\.1 [2-5]\d\d /u);
}

const isHealthy = async () => (await fetch(`${origin}/about/`)).status === 200;

it('answers 1,500 strange addresses plainly', async () => {
  const random = seedRandom(1);
  const folders = ['', 'topics/', 'roadmaps/', '_astro/', 'offline/', 'search/?q=', 'plan/?'];
  const escaped = ['%', '%00', '%2e%2e/', '%ff', '%74', '%F0%9F%98%80'];
  const pieces = [...escaped, '..', '//', '\\', '?', '&=', ';', '*', '~', 'jwt', 'a'.repeat(500)];
  for (let round = 0; round < 1500; round += 1) {
    const rest = Array.from({ length: random.whole(1, 5) }, () => random.pick(pieces));
    await expectPlain(request(`/${random.pick(folders)}${rest.join('')}`));
  }
});

it.each([
  ...['../', '..%2f', '%2e%2e/', '%2e%2e%2f', '..\\', '..%5c', '%252e%252e/', '....//', '.%00./', '..;/', '/../'],
  ...['./../', '_astro/../../', 'about/..%2f..%2f'],
])('lets nobody out of the folder by %s', async (way) => {
  for (const up of [way, way.repeat(6)])
    for (const file of ['secret.txt', 'etc/passwd']) {
      const answer = await talk(request(`/${up}${file}`));
      expect(answer).toMatch(/^HTTP\/1\.1 (?:30[12]|400|403|404) /u);
      expect(answer).not.toMatch(/root:|secret words/u);
    }
});

it.each(
  Object.entries({
    'no version': 'GET /\r\n\r\n',
    'version 3': 'GET / HTTP/3.0\r\nHost: x\r\n\r\n',
    'no host': 'GET / HTTP/1.1\r\n\r\n',
    'two hosts': 'GET / HTTP/1.1\r\nHost: x\r\nHost: y\r\n\r\n',
    nothing: '\r\n\r\n\r\n',
    'zero bytes': '\0\0\0\0',
    TLS: '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03',
    'an unknown method': request('/', 'WAYLINE'),
    'a long method': request('/', 'G'.repeat(9000)),
    'a long path': request(`/${'a'.repeat(100_000)}`),
    'a long header': request('/', 'GET', `X: ${'a'.repeat(100_000)}`),
    'many headers': request('/', 'GET', ...Array.from({ length: 3000 }, (_, at) => `X${at}: 1`)),
    'a header without a colon': request('/', 'GET', 'nonsense'),
    'a space before a colon': request('/', 'GET', 'Range : bytes=0-1'),
    'a negative length': request('/', 'POST', 'Content-Length: -1'),
    'two lengths': request('/', 'POST', 'Content-Length: 1', 'Content-Length: 2'),
    'a length and chunks': request('/', 'POST', 'Content-Length: 1', 'Transfer-Encoding: chunked'),
    'a broken chunk': `${request('/', 'POST', 'Transfer-Encoding: chunked')}zz\r\n`,
    'no address': request('http://['),
    'another host': request('http://elsewhere.invalid/'),
    ...Object.fromEntries(
      ['-0', '5-1', '0-0,1-1,2-2', 'a-b', `${'0-,'.repeat(1000)}0-`, '-99999999'].map((range) => [
        `the range ${range.slice(0, 20)}`,
        request('/about/', 'GET', `Range: bytes=${range}`),
      ]),
    ),
  }),
)('goes on after a request with %s', async (_, text) => {
  await expectPlain(text);
  expect(await isHealthy()).toBe(true);
});

it.each(['TRACE', 'PROPFIND'])('refuses %s, which fetch cannot send', async (method) => {
  const answer = await talk(request('/', method));
  expect(answer).toMatch(/^HTTP\/1\.1 405 /u);
  expect(answer).toMatch(/^allow: GET, HEAD\r$/imu);
});

it('answers a reader within two seconds beside 400 sockets that never end their request', async () => {
  const sockets = Array.from({ length: 400 }, () => open().on('error', () => {}));
  await Promise.all(sockets.map((socket) => new Promise((done) => socket.once('connect', done))));
  for (const socket of sockets) socket.write('GET /about/ HTTP/1.1\r\nX: ');
  const start = performance.now();
  expect(await isHealthy()).toBe(true);
  expect(performance.now() - start).toBeLessThan(2000);
  for (const socket of sockets) socket.destroy();
});

it.each([
  ['dangling.html', 404],
  ['folder.html', 301],
  ['folder.html/', 404],
  ['large.bin/', 404],
])('answers %s with %i', async (path, status) => {
  await expectPlain(request(`/${path}`));
  expect(await talk(request(`/${path}`))).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `, 'u'));
});

it('breaks off a file that shrinks while it is sent, and goes on', async () => {
  const response = await fetch(`${origin}/large.bin`, { headers: { 'accept-encoding': 'identity' } });
  truncateSync(join(folder, 'large.bin'), 10);
  await expect(response.arrayBuffer()).rejects.toThrow();
  expect(await isHealthy()).toBe(true);
});

it('answers plainly without its page for missing addresses', async () => {
  rmSync(join(folder, '404.html'));
  await expectPlain(request('/gone'));
  expect(await isHealthy()).toBe(true);
});
