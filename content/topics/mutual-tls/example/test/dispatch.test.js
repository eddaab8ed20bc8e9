import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { Agent } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { createDispatch } from '../src/dispatch.js';
import { authority, pair } from '../src/files.js';
import { order } from '../src/order.js';

const folder = mkdtempSync(join(tmpdir(), 'certificates-'));
execFileSync('sh', [join(import.meta.dirname, '../certificates.sh'), folder]);
const ca = authority(folder, 'hospital');
const next = authority(folder, 'next');
const logged = [];
let skip = 0;
const { server, renew } = createDispatch(
  { ...pair(folder, 'dispatch'), ca },
  { log: (line) => logged.push(line), now: () => Date.now() + skip },
);
await new Promise((resolve) => server.listen(0, resolve));
const { port } = server.address();
after(() => server.close());

const as = (name, path, options) => {
  const own = name ? pair(folder, name) : {};
  return order(port, { ca, ...own }, path, options);
};

test('the ward orders, and the canteen does not', async () => {
  assert.equal(await as('ward'), 201);
  assert.equal(await as('canteen'), 403);
  assert.match(logged.at(-1), /hospital.example\/canteen, POST \/orders/);
  assert.equal(await as('canteen', '/menu', { method: 'GET' }), 201);
  assert.equal(await as('ward', '/elsewhere'), 403);
  assert.equal(await as('cleaning'), 403); // not in the policy
});

// #region refused
const refused = {
  'no certificate': ['', /PEER_DID_NOT_RETURN_A_CERTIFICATE/],
  'another authority': ['fake', /UNABLE_TO_VERIFY_LEAF_SIGNATURE/],
  expired: ['expired', /CERT_HAS_EXPIRED/],
  'a server as a client': ['dispatch', /INVALID_PURPOSE/],
  'two identities': ['two', /no valid identity/],
  'no identity': ['none', /no valid identity/],
  'an identity inside another name': ['trick', /no valid identity/],
};
for (const [reason, [name, entry]] of Object.entries(refused)) {
  test(`refused: ${reason}`, async () => {
    const before = logged.length;
    await assert.rejects(as(name));
    assert.match(logged.slice(before).join(), entry);
  });
}
// #endregion refused

test('the client refuses a server of another authority', async () => {
  const own = pair(folder, 'ward');
  await assert.rejects(order(port, { ca: next, ...own }), /certificate/);
  await assert.rejects(order(port, own), /certificate/);
});

test('a certificate for clients does not make a dispatch', async (t) => {
  const { server: other } = createDispatch(
    { ...pair(folder, 'none'), ca }, // has the right name
    { log: () => {} },
  );
  await new Promise((resolve) => other.listen(0, resolve));
  t.after(() => other.close());
  const own = { ca, ...pair(folder, 'ward') };
  await assert.rejects(order(other.address().port, own), /purpose/);
});

test('strict libraries, such as Python from 3.13 on, accept the chain', () => {
  const strict = ['verify', '-x509_strict', '-CAfile', 'hospital.crt'];
  execFileSync('openssl', [...strict, 'ward.crt', 'dispatch.crt'], {
    cwd: folder,
  });
});

test('an open connection ends with the certificate', async (t) => {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  t.after(() => agent.destroy());
  assert.equal(await as('ward', '/orders', { agent }), 201);
  skip = 2 * 24 * 3600 * 1000;
  await assert.rejects(as('ward', '/orders', { agent }));
  skip = 0;
});

// #region replace
test('the authority is replaced without an outage', async () => {
  const both = [ca, next];
  renew({ ...pair(folder, 'dispatch'), ca: both });
  for (const name of ['ward', 'ward-next']) {
    const own = { ca: both, ...pair(folder, name) };
    assert.equal(await order(port, own), 201, name);
  }
  renew({ ...pair(folder, 'dispatch-next'), ca: next });
  const own = { ca: both, ...pair(folder, 'ward-next') };
  assert.equal(await order(port, own), 201);
  await assert.rejects(order(port, { ca: both, ...pair(folder, 'ward') }));
});
// #endregion replace

test('after a renewal, TLS 1.2 and a resumed session are still refused', async () => {
  renew({ ...pair(folder, 'dispatch'), ca });
  assert.equal(await as('ward'), 201);
  const old = { ca, ...pair(folder, 'ward'), maxVersion: 'TLSv1.2' };
  await assert.rejects(order(port, old));

  const agent = new Agent({ keepAlive: false });
  let session;
  agent.on('keylog', (line, socket) =>
    socket.on('session', (ticket) => (session = ticket)),
  );
  assert.equal(await as('ward', '/orders', { agent }), 201);
  await assert.rejects(order(port, { ca, session }));
});
