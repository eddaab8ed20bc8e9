import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { ask } from '../src/ask.js';
import { createMailServer } from '../src/server.js';

const ca = readFileSync('certs/root.pem');
const servername = 'mail.clinic.test';
const trusting = { ca, servername };

/** Copies of a server's files, so that a test can replace them. */
function copyFiles(t, name) {
  const folder = mkdtempSync(join(tmpdir(), 'tls-'));
  t.after(() => rmSync(folder, { recursive: true }));
  const [key, chain] = ['key.pem', 'chain.pem'].map((file) =>
    join(folder, file),
  );
  const install = (from, keyFrom = from) => {
    cpSync(`certs/${from}-chain.pem`, chain);
    cpSync(`certs/${keyFrom}.key`, key);
  };
  install(name);
  return { key, chain, install };
}

async function start(t, name) {
  const { key, chain, install } = copyFiles(t, name);
  const { server, reload } = createMailServer({ key, chain });
  await once(server.listen(0), 'listening');
  t.after(() => server.close());
  const { port } = server.address();
  return { install, reload, ask: (options) => ask(port, options) };
}

test('a client that trusts the root gets its response, and no one else', async (t) => {
  const { ask } = await start(t, 'mail');
  assert.equal(await ask(trusting), '200 over TLSv1.3, verified: true');
  assert.equal(await ask({ servername }), 'UNABLE_TO_GET_ISSUER_CERT_LOCALLY');
  const other = { ca, servername: 'lab.clinic.test' };
  assert.equal(await ask(other), 'ERR_TLS_CERT_ALTNAME_INVALID');
});

test('a renewed certificate counts after the reload', async (t) => {
  const { ask, install, reload } = await start(t, 'mail-old');
  assert.equal(await ask(trusting), 'CERT_HAS_EXPIRED');
  install('mail');
  assert.equal(await ask(trusting), 'CERT_HAS_EXPIRED');
  reload();
  assert.equal(await ask(trusting), '200 over TLSv1.3, verified: true');
});

test('a certificate with the wrong key is refused, and the old one stays', async (t) => {
  const { ask, install, reload } = await start(t, 'mail');
  install('mail', 'mail-old');
  assert.throws(reload, /key values mismatch/);
  assert.equal(await ask(trusting), '200 over TLSv1.3, verified: true');
});

test('SIGHUP makes a running server take a renewed certificate', async (t) => {
  const { key, chain, install } = copyFiles(t, 'mail-old');
  const child = spawn(process.execPath, ['src/main.js'], {
    env: { ...process.env, PORT: '0', TLS_KEY: key, TLS_CHAIN: chain },
  });
  t.after(() => child.kill());
  const [line] = await once(child.stdout, 'data');
  const port = Number(/https on (\d+)/.exec(line)[1]);
  assert.equal(await ask(port, trusting), 'CERT_HAS_EXPIRED');

  install('mail', 'mail-old');
  child.kill('SIGHUP');
  const [error] = await once(child.stderr, 'data');
  assert.match(String(error), /certificate not reloaded/);
  assert.equal(await ask(port, trusting), 'CERT_HAS_EXPIRED');

  install('mail');
  child.kill('SIGHUP');
  await once(child.stdout, 'data');
  assert.equal(await ask(port, trusting), '200 over TLSv1.3, verified: true');
});
