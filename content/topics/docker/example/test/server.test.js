import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { get } from 'node:http';
import { networkInterfaces } from 'node:os';
import { after, before, test } from 'node:test';

const port = 43117;
let service;

before(async () => {
  const env = { ...process.env, PORT: String(port), DATABASE_URL: '' };
  service = spawn(process.execPath, ['dist/server.js'], { env });
  await once(service.stdout, 'data');
});

after(() => service.kill('SIGKILL'));

test('the service listens on every address, not only on localhost', async () => {
  const [address] = Object.values(networkInterfaces())
    .flat()
    .filter(({ family, internal }) => family === 'IPv4' && !internal);
  const host = address ? address.address : '127.0.0.1';
  const response = await fetch(`http://${host}:${port}/health`);
  assert.equal(response.status, 200);
});

test('a reading that is no number is refused', async () => {
  for (const celsius of ['warm', '', '%20']) {
    const url = `http://127.0.0.1:${port}/readings?celsius=${celsius}`;
    assert.equal((await fetch(url, { method: 'POST' })).status, 400);
  }
});

test('a path that is no URL is not found', async () => {
  const request = get({ port, path: '//' }); // fetch would refuse to send it
  const [response] = await once(request, 'response');
  response.resume();
  assert.equal(response.statusCode, 404);
});

test('SIGTERM ends the service', async () => {
  service.kill('SIGTERM');
  const [code, signal] = await once(service, 'exit');
  assert.deepEqual({ code, signal }, { code: 0, signal: null });
});

test('everything that the Dockerfile copies from this folder is here', () => {
  const copies = readFileSync('Dockerfile', 'utf8').match(/^COPY (?!--).+/gm);
  for (const copy of copies) {
    for (const file of copy.split(' ').slice(1, -1)) {
      assert.ok(existsSync(file), `${file} is missing: ${copy}`);
    }
  }
});
