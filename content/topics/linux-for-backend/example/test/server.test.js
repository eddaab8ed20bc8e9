import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';

async function start(t, logFile = 'app.log') {
  const folder = mkdtempSync(join(tmpdir(), 'seeds-'));
  const port = 20_000 + (process.pid % 20_000);
  const service = spawn(process.execPath, [resolve('src/server.js')], {
    cwd: folder,
    env: { ...process.env, PORT: String(port), LOG_FILE: logFile },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  t.after(() => {
    service.kill('SIGKILL');
    rmSync(folder, { recursive: true, force: true });
  });
  await once(service.stdout, 'data');
  const get = (path) => fetch(`http://localhost:${port}${path}`);
  return { service, port, get, folder, log: join(folder, 'app.log') };
}

function descriptorOfLog(pid) {
  const fd = `/proc/${pid}/fd`;
  return readdirSync(fd)
    .map((number) => join(fd, number))
    .find((link) => readlinkSync(link).includes('app.log'));
}

test('a removed log keeps its data until it is truncated', async (t) => {
  const { service, get, log } = await start(t);
  await get('/beans');
  rmSync(log);
  const held = descriptorOfLog(service.pid);
  assert.match(readlinkSync(held), /\(deleted\)$/);
  assert.equal(statSync(held).size, 'GET /beans\n'.length);
  truncateSync(held);
  await get('/peas');
  assert.equal(readFileSync(held, 'utf8'), 'GET /peas\n');
});

test('SIGHUP makes the service reopen its log', async (t) => {
  const { service, get, log } = await start(t);
  renameSync(log, `${log}.1`);
  await get('/peas');
  service.kill('SIGHUP');
  await sleep(200);
  await get('/squash');
  const open = readdirSync(`/proc/${service.pid}/fd`).map((number) =>
    readlinkSync(`/proc/${service.pid}/fd/${number}`),
  );
  assert.ok(!open.includes(`${log}.1`)); // you can delete it
  assert.equal(readFileSync(`${log}.1`, 'utf8'), 'GET /peas\n');
  assert.equal(readFileSync(log, 'utf8'), 'GET /squash\n');
});

test('a full disk does not end the service', async (t) => {
  const { get } = await start(t, '/dev/full');
  assert.equal((await get('/beans')).status, 200);
});

test('a SIGHUP that cannot open the log keeps the old one', async (t) => {
  const { service, get, folder } = await start(t);
  rmSync(folder, { recursive: true });
  service.kill('SIGHUP');
  await sleep(200);
  assert.equal((await get('/beans')).status, 200);
});

test('SIGTERM ends the service with status 0, SIGKILL does not', async (t) => {
  for (const [signal, expected] of [
    ['SIGTERM', [0, null]],
    ['SIGKILL', [null, 'SIGKILL']],
  ]) {
    const { service } = await start(t);
    service.kill(signal);
    assert.deepEqual(await once(service, 'exit'), expected);
  }
});

test('a silent or a half-sent request does not hold the stop', async (t) => {
  for (const text of ['', 'GET / HTTP/1.1\r\n']) {
    const { service, port } = await start(t);
    const socket = connect(port, 'localhost').on('error', () => {});
    t.after(() => socket.destroy());
    await once(socket, 'connect');
    socket.write(text);
    await sleep(200);
    service.kill('SIGTERM');
    const end = await Promise.race([once(service, 'exit'), sleep(8000)]);
    assert.deepEqual(end, [0, null]);
  }
});

function backup(script, env) {
  return spawnSync('bash', [resolve('scripts', script)], { env }).status;
}

test('only the repaired backup notices that its source is missing or empty', (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'backup-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  const env = { PATH: process.env.PATH, BACKUP_DIR: folder };
  const missing = { ...env, SOURCE: '/no/such/folder' };
  assert.equal(backup('backup-first-try.sh', missing), 0);
  assert.equal(backup('backup.sh', missing), 2); // the status of ls
  const empty = { ...env, SOURCE: mkdtempSync(join(folder, 'unmounted-')) };
  assert.equal(backup('backup-first-try.sh', empty), 0);
  assert.equal(backup('backup.sh', empty), 1);
  assert.equal(backup('backup.sh', env), 1); // SOURCE is not set
  const nowhere = { ...env, SOURCE: folder, BACKUP_DIR: '' };
  assert.equal(backup('backup.sh', nowhere), 1);
});

test('a tar or gzip that fails halfway keeps the last archive', (t) => {
  for (const program of ['tar', 'gzip']) {
    const folder = mkdtempSync(join(tmpdir(), 'backup-'));
    t.after(() => rmSync(folder, { recursive: true, force: true }));
    const fake = '#!/bin/sh\necho half\nexit 2\n';
    writeFileSync(join(folder, program), fake, { mode: 0o755 });
    const archive = join(folder, 'photos.tar.gz');
    writeFileSync(archive, 'yesterday');
    const PATH = `${folder}:${process.env.PATH}`;
    const status = backup('backup.sh', {
      PATH,
      BACKUP_DIR: folder,
      SOURCE: folder,
    });
    assert.equal(status, 2);
    assert.equal(readFileSync(archive, 'utf8'), 'yesterday');
  }
});
