import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { connect } from 'node:net';
import { mkdtemp, open, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { test } from 'node:test';

/** Starts the real program in another folder, as a process manager would. */
async function startProcess(t, env = {}, flags = []) {
  const folder = await mkdtemp(join(tmpdir(), 'museum-'));
  const program = join(import.meta.dirname, '../src/server.js');
  const child = spawn(process.execPath, [...flags, program], {
    cwd: folder,
    env: { ...process.env, PORT: '0', ...env },
  });
  t.after(() => child.kill('SIGKILL'));
  const [line] = await once(child.stdout, 'data');
  const port = Number(/port (\d+)/.exec(line)[1]);
  return { child, folder, port, url: `http://localhost:${port}` };
}

test('finds its data from any folder', async (t) => {
  const { url } = await startProcess(t);
  const res = await fetch(`${url}/hours?hall=fossils`);
  assert.deepEqual(await res.json(), { floor: 0, closes: '17:30' });
});

for (const name of ['constructor', '__proto__', 'toString', '']) {
  test(`has no hall called "${name}"`, async (t) => {
    const { url } = await startProcess(t);
    assert.equal((await fetch(`${url}/hours?hall=${name}`)).status, 404);
  });
}

test('a request target that is no URL gets a 404', async (t) => {
  const { port } = await startProcess(t);
  const socket = connect(port, 'localhost');
  socket.end('GET // HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n');
  assert.match(await text(socket), /^HTTP\/1.1 404 /);
});

test('a file that someone has broken is a 500 until it is repaired', async (t) => {
  const file = join(await mkdtemp(join(tmpdir(), 'museum-')), 'halls.json');
  await writeFile(file, '{ "egypt": ');
  const { url } = await startProcess(t, { HALLS_FILE: file });
  const status = async () => (await fetch(`${url}/hours?hall=egypt`)).status;
  assert.equal(await status(), 500);
  await writeFile(file, '{ "egypt": { "closes": "18:00" } }');
  assert.equal(await status(), 200);
  await writeFile(file, '{}'); // an edited file counts at once
  assert.equal(await status(), 404);
});

test('a connection without a request does not hold up the end', async (t) => {
  // A timer takes the place of a pool that's closed when the server has closed.
  const pool = `import { Server } from 'node:http';
    const open = setInterval(() => {}, 1000);
    const { close } = Server.prototype;
    Server.prototype.close = function () {
      close.call(this, () => clearInterval(open));
    };`;
  const flags = [
    '--import',
    `data:text/javascript,${encodeURIComponent(pool)}`,
  ];
  const { child, port, url } = await startProcess(t, {}, flags);
  const silent = connect(port, 'localhost').on('error', () => {});
  t.after(() => silent.destroy());
  await once(silent, 'connect');
  await fetch(`${url}/elsewhere`); // so the first one has arrived, too
  const exited = once(child, 'exit', { signal: AbortSignal.timeout(4000) });
  child.kill('SIGTERM');
  assert.deepEqual(await exited, [0, null]);
});

test('what is still stuck after eight seconds is cut off', async (t) => {
  const never = `import fs from 'node:fs/promises';
    import { syncBuiltinESMExports } from 'node:module';
    fs.readFile = () => new Promise(() => {});
    syncBuiltinESMExports();`;
  const flags = [
    '--import',
    `data:text/javascript,${encodeURIComponent(never)}`,
  ];
  const { child, url } = await startProcess(t, {}, flags);
  const stuck = assert.rejects(fetch(`${url}/hours?hall=egypt`));
  await fetch(`${url}/elsewhere`); // so the first one has arrived, too
  const exited = once(child, 'exit', { signal: AbortSignal.timeout(12_000) });
  child.kill('SIGTERM');
  assert.deepEqual(await exited, [1, null]);
  await stuck;
});

test('a request that waits only for its client is not cut off', async (t) => {
  // A timer that doesn't keep the process running takes the place of the file.
  const slow = `import fs from 'node:fs/promises';
    import { syncBuiltinESMExports } from 'node:module';
    import { setTimeout as sleep } from 'node:timers/promises';
    fs.readFile = () => sleep(500, '{"egypt":{}}', { ref: false });
    syncBuiltinESMExports();`;
  const flags = [
    '--import',
    `data:text/javascript,${encodeURIComponent(slow)}`,
  ];
  const { child, url } = await startProcess(t, {}, flags);
  const running = fetch(`${url}/hours?hall=egypt`);
  await fetch(`${url}/elsewhere`); // so the first one has arrived, too
  child.kill('SIGTERM');
  assert.equal((await running).status, 200);
});

for (const signal of ['SIGTERM', 'SIGINT']) {
  const options = { skip: process.platform === 'win32', timeout: 20_000 };
  test(`${signal} lets a running request finish`, options, async (t) => {
    // Reading a named pipe waits until the writer has closed it.
    const pipe = join(await mkdtemp(join(tmpdir(), 'museum-')), 'halls.json');
    execFileSync('mkfifo', [pipe]);
    const writer = await open(pipe, 'r+');
    const { child, url } = await startProcess(t, { HALLS_FILE: pipe });
    const exited = once(child, 'exit');

    const running = fetch(`${url}/hours?hall=egypt`);
    await fetch(`${url}/elsewhere`); // so the first one has arrived, too
    child.kill(signal);
    await once(child.stdout, 'data');
    await assert.rejects(fetch(`${url}/elsewhere`));
    await writer.writeFile('{ "egypt": { "closes": "18:00" } }');
    await writer.close();
    assert.deepEqual(await (await running).json(), { closes: '18:00' });
    const begin = performance.now();
    assert.deepEqual(await exited, [0, null]);
    assert(performance.now() - begin < 2000, 'an idle connection held it');
  });
}
