import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { attacks } from '../demo/attacks.js';
import { openWorld } from '../demo/world.js';
import { createCarelessFetch } from '../src/careless.js';
import { createFetchPublic } from '../src/fetch-public.js';

const world = await openWorld();
after(world.close);
const { lookup, ports, sitePort } = world;
const fetchPublic = createFetchPublic({
  ...{ lookup, ports, allow: ['127.0.0.2'] },
  ...{ time: 1000, size: 1_000_000 },
});
const site = (path) => `http://covers.test:${sitePort}${path}`;

test('a public page is fetched', async () => {
  const cover = Buffer.from('a cover'); // bytes, not text
  assert.deepEqual(await fetchPublic(site('/cover.jpg')), cover);
  assert.deepEqual(await fetchPublic(site('/hop3')), cover);
});

// #region attacks
const address = /not allowed/; // the agent's word about an address
const more = [
  ['one of two addresses', `http://mixed.test:${sitePort}/`, address],
  ['metadata service', 'http://169.254.169.254/', address],
  ['Azure platform', 'http://168.63.129.16/', address],
  ['carrier network', 'http://100.64.0.1/', address],
  ['IPv6 loopback', 'http://[::1]/', address],
  ['IPv4 through NAT64', 'http://[64:ff9b::7f00:1]/', address],
  ['another port', 'http://covers.test:6379/', /port/],
  ['a user name', 'http://covers.test@127.0.0.1/', /user name/],
  ['a file', 'file:///etc/passwd', /scheme/],
  ['gopher by redirect', site('/gopher'), /scheme|protocol/i],
  ['https by redirect', site('/https'), address],
  ['four redirects', site('/hop4'), /redirects/],
  ['IPv4-compatible IPv6', 'http://[::127.0.0.1]/', /IPv4/],
  ['the same, by a name', 'http://compatible.test/', address],
  ['another port by redirect', site('/port'), /port/],
  ['endless redirects', site('/loop'), /redirects/],
  ['20 MB', site('/big'), /maxContentLength/],
  ['20 MB in 20 kB', site('/bomb'), /maxContentLength/],
  ['a byte now and then', site('/slow'), /canceled|aborted/],
  ['no URL', 'covers.test', /Invalid URL/],
];
const first = attacks(world).filter(([name]) => name !== 'by rebinding');
const secure = first
  .filter(([, url]) => !url.includes('/redirect'))
  .map(([name, url]) => [`${name}, https`, url.replace('http:', 'https:')]);
for (const [name, url, reason = address] of [...first, ...secure, ...more]) {
  test(`refused: ${name}`, async () => {
    await assert.rejects(fetchPublic(url), reason);
    assert.equal(world.connections(), 0);
  });
}
// #endregion attacks

test('rebinding: what is checked is what is connected to', async () => {
  const url = `http://rebind.test:${sitePort}/`;
  assert.equal(String(await fetchPublic(url)), 'a cover');
  await assert.rejects(fetchPublic(url), address); // internal from now on
});

test('your own list refuses an address without a warning', async (t) => {
  const warn = t.mock.method(console, 'warn', () => {});
  const own = createFetchPublic({ deny: ['8.8.8.8'] });
  await assert.rejects(own('http://8.8.8.8/'), address);
  assert.equal(warn.mock.callCount(), 0);
});

test('without options, the port, size and time are limited, too', async () => {
  await assert.rejects(
    createFetchPublic()('http://127.0.0.1:6379/'),
    /^Error: port/,
  );
  const own = createFetchPublic({ lookup, ports, allow: ['127.0.0.2'] });
  await assert.rejects(own(site('/big')), /maxContentLength/);
  await assert.rejects(own(site('/slow')), /canceled|aborted/);
});

test('a proxy from the environment is not used', async () => {
  process.env.HTTP_PROXY = `http://127.0.0.1:${world.insidePort}`;
  assert.equal(String(await fetchPublic(site('/cover.jpg'))), 'a cover');
  delete process.env.HTTP_PROXY;
  assert.equal(world.visits(), 0);
});

test('each attack of the page is one that the careless version can lose to', async () => {
  const reached = [];
  for (const n of attacks({}).keys()) {
    const other = await openWorld();
    const [name, url] = attacks(other)[n];
    await createCarelessFetch(other.lookup)(url).catch(() => {});
    if (other.visits() > 0) reached.push(name);
    other.close();
  }
  assert.deepEqual(reached, [
    'unspecified address',
    'in IPv6 form',
    'by a redirect',
    'by rebinding',
  ]);
});
