import { mkdirSync, mkdtempSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import type { Server } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { brotliCompressSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { responseHeaders } from '#lib/security/response-headers.ts';
import { serve } from '#scripts/serve/server.ts';

const files = {
  'index.html': '<!doctype html><title>Home</title>',
  '404.html': '<!doctype html><title>Missing</title>',
  'topics/indexing/index.html': '<!doctype html><title>Indexing</title>',
  '_astro/site.abc.js': 'export {};',
  _redirects: '/former/ /topics/indexing/ 301\n/learn/backend/* /learn/ 301\n',
};

/** Expects a page with the headers of pages. */
async function expectPage(response: Response, { status, text }: { status: number; text: string }): Promise<void> {
  expect(response.status).toBe(status);
  expect(await response.text()).toContain(text);
  expect(response.headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
  expect(response.headers.get('x-frame-options')).toBe('DENY');
}

/** Expects an answer that says in one line what went wrong. */
async function expectLine(response: Response, line: string): Promise<void> {
  expect(response.status).toBe(Number.parseInt(line, 10));
  expect(await response.text()).toBe(`${line}\n`);
}

describe.each(['/', '/folder/'])('the bundled server, for a site below %s', (base) => {
  let folder: string;
  let server: Server;
  const ask = (path: string, init?: RequestInit) =>
    fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`, { redirect: 'manual', ...init });

  beforeAll(async () => {
    folder = join(mkdtempSync(join(tmpdir(), 'wayline-server-')), 'dist');
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(join(folder, path, '..'), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    symlinkSync('loop.html', join(folder, 'loop.html'));
    const names = [...new Set(Object.keys(files).map((path) => path.split('/')[0] ?? ''))];
    const entries = names.map((name) => ({ name, isFolder: !name.includes('.') && !name.startsWith('_r') }));
    writeFileSync(join(folder, '_headers'), responseHeaders(base, entries));
    server = await serve({ folder, base, port: 0 });
  });

  afterAll(() => {
    server.close();
    rmSync(join(folder, '..'), { recursive: true });
  });

  it('answers for an address that has moved with the one where it is now', async () => {
    const leads = async (path: string) => (await ask(path)).headers.get('location');
    expect(await leads('/former/')).toBe('/topics/indexing/');
    expect(await leads('/learn/backend/go/beginner/')).toBe('/learn/');
    expect(await leads(`${base}topics/indexing/`)).toBeNull();
  });

  it('answers with a compressed file that is as new as the plain one, to who takes it', async () => {
    const plain = join(folder, 'topics/indexing/index.html');
    writeFileSync(`${plain}.br`, brotliCompressSync('compressed before'));
    const text = async (encoding: string) => {
      const response = await ask(`${base}topics/indexing/`, { headers: { 'Accept-Encoding': encoding } });
      expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
      return await response.text();
    };
    expect(await text('br')).toBe('compressed before');
    expect(await text('identity')).toBe(files['topics/indexing/index.html']);
    utimesSync(`${plain}.br`, 0, 0);
    expect(await text('br')).toBe(files['topics/indexing/index.html']);
    rmSync(`${plain}.br`);
  });

  it.each([
    `${base}topics/indexing/`,
    `${base}%74opics/indexing/`,
    `${base}topics%2Findexing/`,
    `${base}/topics//indexing/`,
    `/${base}topics/indexing/`,
  ])('answers %s with the page and its headers', async (path) => {
    await expectPage(await ask(path), { status: 200, text: 'Indexing' });
  });

  it.each([
    `${base}no-such-page/`,
    `${base}_astro/gone.js`,
    `${base}_headers`,
    `${base}%5fheaders`,
    `/${base}_headers`,
    `${base}_redirects`,
    `${base}${'a'.repeat(252)}`,
    `${base}${'a'.repeat(255)}`,
    `${base}${'a'.repeat(256)}/${'a'.repeat(255)}`,
  ])('answers %s with the missing page, its headers, and nothing to be kept', async (path) => {
    const response = await ask(path);
    await expectPage(response, { status: 404, text: 'Missing' });
    expect(response.headers.get('cache-control')).toBe('no-cache');
  });

  it.each([
    { range: 'bytes=0-3' },
    { range: 'bytes=99999999-' },
    { 'if-match': '"other"' },
    { 'if-unmodified-since': 'Thu, 01 Jan 1970 00:00:00 GMT' },
  ])('answers a missing page as a whole, whatever is asked of it: %o', async (headers) => {
    const response = await ask(`${base}no-such-page/`, { headers });
    expect(response.status).toBe(404);
    expect(await response.text()).toBe(files['404.html']);
  });

  it('adds a missing slash on this site, also when the path begins with two', async () => {
    const response = await ask(`/${base}topics/indexing?line=backend`);
    expect(response.status).toBe(301);
    expect(response.headers.get('location')).toBe(`${base}topics/indexing/?line=backend`);
  });

  it('refuses a range that is not in the file without naming where the file lies, and lets nobody keep the answer', async () => {
    const response = await ask(`${base}_astro/site.abc.js`, { headers: { range: 'bytes=99999999-' } });
    await expectLine(response, '416 Range Not Satisfiable');
    expect(response.headers.get('content-range')).toBe('bytes */10');
    expect(response.headers.get('content-type')).toBe('text/plain; charset=utf-8');
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
  });

  it.each(['%', '%ff', '%E0%A4%A', 'topics/%00'])('refuses the malformed path %s in one line', async (path) => {
    await expectLine(await ask(base + path), '400 Bad Request');
  });

  it('answers a file that it cannot read in one line, and tells only the terminal why', async () => {
    const told = vi.spyOn(console, 'error').mockImplementation(() => {});
    const response = await ask(`${base}loop.html`);
    await expectLine(response, '500 Internal Server Error');
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(told).toHaveBeenCalledWith(expect.objectContaining({ code: 'ELOOP' }));
    told.mockRestore();
  });

  // fetch would resolve the dots itself.
  it.each(['../', '..%2f', '%2e%2e/', '..\\', '%252e%252e/', '.%00./', '..;/', '_astro/../../'])(
    'lets nobody out of the folder by %s',
    async (way) => {
      writeFileSync(join(folder, '../secret.txt'), 'secret words');
      for (const up of [way, way.repeat(6)]) {
        const { port } = server.address() as AddressInfo;
        const socket = connect(port, '127.0.0.1');
        socket.write(`GET ${base}${up}secret.txt HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`);
        const answer = await text(socket);
        expect(answer).toMatch(/^HTTP\/1\.1 (?:30[12]|400|403|404) /u);
        expect(answer).not.toContain('secret words');
      }
    },
  );

  it.each(['POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS'])('refuses %s, and says what it takes', async (method) => {
    const response = await ask(base, { method });
    await expectLine(response, '405 Method Not Allowed');
    expect(response.headers.get('allow')).toBe('GET, HEAD');
  });

  it('answers HEAD as GET, without the text', async () => {
    const response = await ask(base, { method: 'HEAD' });
    expect(response.status).toBe(200);
    expect(response.headers.get('content-length')).toBe(String(files['index.html'].length));
    expect(await response.text()).toBe('');
  });
});
