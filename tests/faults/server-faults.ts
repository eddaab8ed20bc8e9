import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serve } from '#scripts/serve/server.ts';
import type { FaultClass } from './fault-class.ts';

const folders = ['', 'topics/', 'roadmaps/', '_astro/', 'offline/', 'search/?q=', 'plan/?'];
const pieces = [
  '%',
  '%00',
  '%2e%2e/',
  '..',
  '//',
  '\\',
  '%ff',
  '%74',
  '?',
  '&=',
  ';',
  '*',
  '~',
  '%F0%9F%98%80',
  'jwt',
  'a'.repeat(500),
];
const isHealthy = async (origin: string) => assert.equal((await fetch(`${origin}/about/`)).status, 200);

/** Faults of requests and files, as the bundled server meets them. */
export const serverFaults: Readonly<Record<string, FaultClass>> = {
  'URLs asked of the server': async ({ attempt, origin, random }) => {
    for (let round = 0; round < 1500; round += 1) {
      const path = `/${random.pick(folders)}${Array.from({ length: random.whole(1, 5) }, () => random.pick(pieces)).join('')}`;
      await attempt(path, async () => expectPlain(await talk(origin, request(path))));
    }
  },

  'paths out of the folder': async ({ attempt, origin }) => {
    const ways = [
      '../',
      '..%2f',
      '%2e%2e/',
      '%2e%2e%2f',
      '..\\',
      '..%5c',
      '%252e%252e/',
      '....//',
      '.%00./',
      '..;/',
      '/../',
      './../',
      '_astro/../../',
      'topics/..%2f..%2f',
    ];
    for (const way of ways)
      await attempt(way, async () => {
        for (const file of ['package.json', 'etc/passwd']) {
          const answer = await talk(origin, request(`/${way.repeat(6)}${file}`));
          assert.match(answer, /^HTTP\/1\.1 (?:30[12]|400|403|404) /u);
          assert.doesNotMatch(answer, /root:|"wayline"/u);
        }
      });
    for (const file of ['_headers', '_redirects', '%5fheaders', '/_headers'])
      await attempt(file, async () => assert.match(await talk(origin, request(`/${file}`)), /^HTTP\/1\.1 404 /u));
  },

  'malformed requests': async ({ attempt, origin }) => {
    const malformed = {
      'no version': 'GET /\r\n\r\n',
      'version 3': 'GET / HTTP/3.0\r\nHost: x\r\n\r\n',
      'no host': 'GET / HTTP/1.1\r\n\r\n',
      'two hosts': 'GET / HTTP/1.1\r\nHost: x\r\nHost: y\r\n\r\n',
      nothing: '\r\n\r\n\r\n',
      'zero bytes': '\0\0\0\0',
      TLS: '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03',
      'unknown method': request('/', 'WAYLINE'),
      'long method': request('/', 'G'.repeat(9000)),
      'long path': request(`/${'a'.repeat(100_000)}`),
      'long header': request('/', 'GET', `X: ${'a'.repeat(100_000)}`),
      'many headers': request('/', 'GET', ...Array.from({ length: 3000 }, (_, at) => `X${at}: 1`)),
      'header without a colon': request('/', 'GET', 'nonsense'),
      'space before a colon': request('/', 'GET', 'Range : bytes=0-1'),
      'negative length': request('/', 'POST', 'Content-Length: -1'),
      'two lengths': request('/', 'POST', 'Content-Length: 1', 'Content-Length: 2'),
      'length and chunks': request('/', 'POST', 'Content-Length: 1', 'Transfer-Encoding: chunked'),
      'broken chunk': `${request('/', 'POST', 'Transfer-Encoding: chunked')}zz\r\n`,
      'no address': request('http://['),
      'a proxy’s address': request('http://elsewhere.invalid/'),
    };
    for (const [label, text] of Object.entries(malformed))
      await attempt(label, async () => {
        expectPlain(await talk(origin, text));
        await isHealthy(origin);
      });
    for (const method of ['POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'TRACE', 'PROPFIND'])
      await attempt(method, async () => {
        const answer = await talk(origin, request('/', method));
        assert.match(answer, /^HTTP\/1\.1 405 /u);
        assert.match(answer, /^allow: GET, HEAD\r$/imu);
      });
    for (const range of ['99999999-', '-0', '5-1', '0-0,1-1,2-2', 'a-b', `${'0-,'.repeat(1000)}0-`, '-99999999'])
      await attempt(`range ${range.slice(0, 20)}`, async () =>
        expectPlain(await talk(origin, request('/favicon.svg', 'GET', `Range: bytes=${range}`))),
      );
  },

  'slow sockets': async ({ attempt, origin }) => {
    const sockets: Socket[] = [];
    for (let count = 0; count < 400; count += 1)
      await attempt(`socket ${count}`, async () => {
        const socket = open(origin);
        socket.on('error', () => {});
        sockets.push(socket);
        await new Promise((done, failed) => socket.once('connect', done).once('error', failed));
        socket.write('GET /about/ HTTP/1.1\r\nX: ');
      });
    const start = performance.now();
    await attempt('a reader beside them', async () => {
      await isHealthy(origin);
      assert.ok(performance.now() - start < 2000, 'The page took more than two seconds.');
    });
    for (const socket of sockets) socket.destroy();
  },

  'unreadable files': async ({ attempt }) => {
    const folder = mkdtempSync(join(tmpdir(), 'wayline-faults-'));
    const isQuiet = console.error;
    console.error = () => {};
    writeFileSync(join(folder, '_headers'), '/*\n  X-Content-Type-Options: nosniff\n');
    writeFileSync(join(folder, '404.html'), 'Missing');
    writeFileSync(join(folder, 'large.bin'), Buffer.alloc(40_000_000));
    mkdirSync(join(folder, 'about'));
    writeFileSync(join(folder, 'about/index.html'), 'About');
    mkdirSync(join(folder, 'folder.html'));
    symlinkSync('loop.html', join(folder, 'loop.html'));
    symlinkSync('gone.html', join(folder, 'dangling.html'));
    symlinkSync('/proc/self/mem', join(folder, 'memory.html'));
    const server = await serve({ folder, base: '/', port: 0 });
    const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    for (const [file, status] of [
      ['loop.html', 500],
      ['dangling.html', 404],
      ['folder.html', 301],
      ['folder.html/', 404],
      ['large.bin/', 404],
    ] as const)
      await attempt(file, async () => {
        const answer = await talk(origin, request(`/${file}`));
        assert.ok(answer.startsWith(`HTTP/1.1 ${status} `), answer.slice(0, 40));
        expectPlain(answer);
        await isHealthy(origin);
      });
    await attempt('a file that shrinks while it is sent', async () => {
      const response = await fetch(`${origin}/large.bin`, { headers: { 'accept-encoding': 'identity' } });
      truncateSync(join(folder, 'large.bin'), 10);
      await assert.rejects(response.arrayBuffer());
      await isHealthy(origin);
    });
    await attempt('a missing page that is missing', async () => {
      rmSync(join(folder, '404.html'));
      expectPlain(await talk(origin, request('/gone')));
      await isHealthy(origin);
    });
    server.closeAllConnections();
    server.close();
    rmSync(folder, { recursive: true });
    console.error = isQuiet;
  },
};

const request = (path: string, method = 'GET', ...headers: readonly string[]) =>
  [`${method} ${path} HTTP/1.1`, 'Host: x', 'Connection: close', ...headers, '', ''].join('\r\n');

/** An answer that says nothing of the machine; a closed socket is one too. */
function expectPlain(answer: string): void {
  assert.doesNotMatch(answer, /node_modules|\bat \S+ \(|\.ts:\d/u);
  if (answer !== '') assert.match(answer, /^HTTP\/1\.1 [2-5]\d\d /u);
}

function open(origin: string): Socket {
  const { hostname, port } = new URL(origin);
  return connect(Number(port), hostname);
}

/** Sends a text as it is, and reads the answer until the server closes, has said enough, or has waited for a second. */
function talk(origin: string, text: string): Promise<string> {
  return new Promise((resolve) => {
    const socket = open(origin);
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
