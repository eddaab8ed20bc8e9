import assert from 'node:assert/strict';
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

/** A server whose files are copies, so that a test can replace them. */
async function start(t, name) {
  const folder = mkdtempSync(join(tmpdir(), 'tls-'));
  const install = (from, keyFrom = from) => {
    cpSync(`certs/${from}-chain.pem`, join(folder, 'chain.pem'));
    cpSync(`certs/${keyFrom}.key`, join(folder, 'key.pem'));
  };
  install(name);
  const { server, reload } = createMailServer({
    key: join(folder, 'key.pem'),
    chain: join(folder, 'chain.pem'),
  });
  await once(server.listen(0), 'listening');
  t.after(() => {
    server.close();
    rmSync(folder, { recursive: true });
  });
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
