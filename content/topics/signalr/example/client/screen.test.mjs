import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { test } from 'node:test';

const dll = new URL('../src/Lifts/bin/Debug/net10.0/Lifts.dll', import.meta.url).pathname;
const accounts = {
  Accounts__north__Key: 'n',
  Accounts__north__Halls__0: 'A',
  Accounts__sensor__Key: 'x',
  Accounts__sensor__Role: 'sensor',
};

async function startServer(url) {
  const server = spawn('dotnet', [dll, '--urls', url], { env: { ...process.env, ...accounts } });
  for await (const line of createInterface(server.stdout)) {
    const listening = /Now listening on: (\S+)/.exec(line);
    if (listening) {
      server.stdout.resume();
      return { server, url: listening[1] };
    }
  }
  throw new Error('the server ended');
}

async function report(url, lift, state) {
  const headers = { 'content-type': 'application/json' };
  const body = JSON.stringify({ name: 'sensor', key: 'x' });
  const login = await fetch(`${url}/login`, { method: 'POST', headers, body });
  const { accessToken } = await login.json();
  const response = await fetch(`${url}/halls/A/lifts/${lift}?state=${state}`, {
    method: 'PUT',
    headers: { authorization: `Bearer ${accessToken}` },
  });
  assert.equal(response.status, 204);
}

test(
  'a screen shows the current state after the server was killed and started again',
  { timeout: 60_000 },
  async (t) => {
    let { server, url } = await startServer('http://127.0.0.1:0');
    t.after(() => server.kill());
    const screen = spawn(process.execPath, ['screen.mjs', url], {
      cwd: import.meta.dirname,
      env: { ...process.env, SCREEN_KEY: 'n' },
    });
    t.after(() => screen.kill());
    const lines = createInterface(screen.stdout)[Symbol.asyncIterator]();
    const next = async () => (await lines.next()).value;

    assert.equal(await next(), 'hall A, version 0: {"A1":"Idle","A2":"Idle"}');
    await report(url, 'A1', 'Stuck');
    assert.equal(await next(), 'hall A, version 1: {"A1":"Stuck","A2":"Idle"}');

    server.kill('SIGKILL');
    await once(server, 'exit');
    assert.equal(await next(), 'offline: the picture may be old');
    ({ server } = await startServer(url));
    assert.equal(await next(), 'hall A, version 0: {"A1":"Idle","A2":"Idle"}');
    await report(url, 'A2', 'Moving');
    assert.equal(await next(), 'hall A, version 1: {"A1":"Idle","A2":"Moving"}');
  },
);
