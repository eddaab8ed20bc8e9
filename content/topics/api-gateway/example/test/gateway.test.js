import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { afterEach, beforeEach, describe, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { decodeJwt } from 'jose';
import { gateway } from '../src/keys.js';
import { archive, articles, comments } from '../src/services.js';
import { sign, startSystem } from '../src/system.js';

const skip = spawnSync('nginx', ['-v']).error && 'nginx is not installed';
const bearer = (token) => ({ authorization: `Bearer ${token}` });

describe('the gateway', { skip }, () => {
  let system, call;
  const start = async (options) => {
    system = await startSystem(options);
    call = system.call;
  };
  beforeEach(() => start());
  afterEach(() => system.stop());

  test('a public route works without a token, a private one does not', async () => {
    const open = await call('/articles/7');
    assert.deepEqual([open.status, open.body], [200, { article: '7' }]);
    const closed = await call('/archive/1969');
    assert.equal(closed.status, 401);
    assert.match(closed.headers['www-authenticate'], /^Bearer/);
  });

  test('the service learns who calls, from a token that the gateway signed', async () => {
    const headers = bearer(await sign('ada'));
    const { status, body } = await call('/archive/1969?page=2', { headers });
    assert.deepEqual([status, body], [200, { year: '1969', reader: 'ada' }]);
    const seen = archive.log.at(-1);
    assert.equal(seen.url, '/archive/1969?page=2');
    const { exp } = decodeJwt(seen.headers.authorization.slice(7));
    assert.ok(exp <= Date.now() / 1000 + 60);
  });

  test('tokens that are expired, for others or forged get a 401', async () => {
    const bad = await Promise.all([
      sign('ada', { expiry: new Date(0) }),
      sign('ada', { expiry: null }),
      sign('ada', { audience: 'shop' }),
      sign('ada', { issuer: 'https://evil.example' }),
      sign('ada', { key: gateway.privateKey }),
      'not.a.token',
    ]);
    for (const token of bad) {
      const { status } = await call('/archive/1', { headers: bearer(token) });
      assert.equal(status, 401, token);
    }
    const basic = { authorization: 'Basic YTpi' };
    assert.equal((await call('/archive/1', { headers: basic })).status, 401);
  });

  // #region direct
  test('a service refuses requests that did not come through the gateway', async () => {
    const to = system.portOf('archive');
    const internal = { key: gateway.privateKey, issuer: 'gateway' };
    for (const headers of [
      {},
      { 'x-user': 'ada' },
      bearer(await sign('ada')), // the client's own token
      bearer(await sign('ada', { ...internal, audience: 'comments' })),
      bearer(
        await sign('ada', { ...internal, audience: 'archive', expiry: null }),
      ),
      bearer(await sign('ada', { audience: 'archive', issuer: 'gateway' })),
      bearer(
        await sign('ada', { ...internal, audience: 'archive', issuer: 'x' }),
      ),
    ]) {
      const { status } = await call('/archive/1969', { to, headers });
      assert.equal(status, 401);
    }
  });
  // #endregion direct

  test('no client can choose what services read from headers', async () => {
    const forged = { 'x-forwarded-for': '6.6.6.6', 'x-request-id': 'forged' };
    const headers = { ...bearer(await sign('ada')), ...forged };
    for (const [path, service] of [
      ['/articles/7', articles],
      ['/archive/1969', archive],
    ]) {
      await call(path, { headers });
      const seen = service.log.at(-1).headers;
      assert.equal(seen['x-forwarded-for'], '127.0.0.1');
      assert.notEqual(seen['x-request-id'], 'forged');
      assert.notEqual(seen.authorization, headers.authorization);
    }
  });

  // #region paths
  test('eight spellings do not reach a part of a service without a route', async () => {
    for (const path of [
      '/internal/drafts',
      '/articles/../internal/drafts',
      '/articles/%2e%2e/internal/drafts',
      '/articles/..%2finternal/drafts',
      '/internal/..%2farticles/7',
      '/internal/%2e%2e/articles/7',
      '//internal//../articles/7',
      '/articles/%252e%252e/internal/drafts',
    ]) {
      const { body } = await call(path);
      assert.ok(!body.drafts, path);
    }
  });
  // #endregion paths

  test('each service gets the path that the gateway matched', async () => {
    const headers = bearer(await sign('ada'));
    for (const [name, { log }] of Object.entries({
      articles,
      archive,
      comments,
    })) {
      await call(`/internal/..%2f${name}/7`, { headers });
      assert.equal(log.at(-1).url, `/${name}/7`);
    }
  });

  // #region raw
  test('with the raw path, one spelling reaches the drafts', async () => {
    await system.stop();
    await start({
      edit: (config) => config.replace(':9001/articles/;', ':9001;'),
    });
    const { body } = await call('/internal/..%2farticles/7');
    assert.deepEqual(body, { drafts: ['The mayor resigns'] });
  });
  // #endregion raw

  // #region hang
  test('while comments hang, articles respond', async () => {
    const hanging = Array.from({ length: 60 }, () => call('/comments/hang'));
    await sleep(300);
    const started = performance.now();
    assert.equal((await call('/articles/7')).status, 200);
    assert.ok(performance.now() - started < 500);

    const statuses = (await Promise.all(hanging)).map(({ status }) => status);
    const count = (status) => statuses.filter((s) => s === status).length;
    assert.deepEqual([count(504), count(503)], [20, 40]);
    assert.ok(performance.now() - started < 4_000);
    assert.equal((await call('/comments/7')).status, 200);
  });
  // #endregion hang

  test('while 700 requests to the archive hang, articles respond', async () => {
    await system.stop();
    await start({
      edit: (config) => config.replace('burst=100', 'burst=5000'),
    });
    const headers = bearer(await sign('ada'));
    const hanging = Array.from({ length: 700 }, () =>
      call('/archive/hang', { headers }),
    );
    await sleep(1_000);
    for (let i = 0; i < 10; i++)
      assert.equal((await call('/articles/7')).status, 200);
    const statuses = (await Promise.all(hanging)).map(({ status }) => status);
    assert.equal(statuses.filter((status) => status === 504).length, 200);
  });

  test('while 700 requests to articles hang, other routes respond', async () => {
    await system.stop();
    await start({
      edit: (config) =>
        config
          .replace('burst=100', 'burst=5000')
          .replace(':9001/articles/;', ':9003/comments/hang?;'),
    });
    const hanging = Array.from({ length: 700 }, () => call('/articles/7'));
    await sleep(1_000);
    const headers = bearer(await sign('ada'));
    for (let i = 0; i < 10; i++)
      assert.equal((await call('/archive/1969', { headers })).status, 200);
    const statuses = (await Promise.all(hanging)).map(({ status }) => status);
    assert.equal(statuses.filter((status) => status === 504).length, 200);
  });

  test('a service that is down is a 502, and does not matter to the others', async () => {
    await system.stopService('archive');
    const headers = bearer(await sign('ada'));
    assert.equal((await call('/archive/1969', { headers })).status, 502);
    assert.equal((await call('/articles/7')).status, 200);
  });

  test('without the auth service, private routes are closed', async () => {
    await system.stopService('auth');
    const headers = bearer(await sign('ada'));
    assert.equal((await call('/archive/1969', { headers })).status, 503);
    assert.equal((await call('/articles/7')).status, 200);
  });

  test('an auth service that hangs closes them, too', async () => {
    const hang = (config) =>
      config.replace(':9000/verify', ':9003/comments/hang');
    await system.stop();
    await start({ edit: hang });
    const headers = bearer(await sign('ada'));
    assert.equal((await call('/archive/1969', { headers })).status, 503);
  });

  test('a 500 of a service stays a 500', async () => {
    const headers = bearer(await sign('ada'));
    const { status, body } = await call('/archive/broken', { headers });
    assert.deepEqual([status, body.error], [500, 'A bug in the archive']);
  });

  test('one address gets a 429, even for guesses of tokens', async () => {
    const guesses = Array.from({ length: 150 }, () =>
      call('/archive/1969', { headers: bearer('guess') }),
    );
    const statuses = (await Promise.all(guesses)).map(({ status }) => status);
    assert.deepEqual([...new Set(statuses)].sort(), [401, 429]);
  });

  test('a body that is too large is a 413', async () => {
    const headers = { 'content-type': 'application/json' };
    const post = (body) =>
      call('/articles/7/views', { method: 'POST', headers, body });
    assert.equal((await post('{}')).status, 202);
    const requests = articles.log.length;
    assert.equal((await post('x'.repeat(200_000))).status, 413);
    assert.equal(articles.log.length, requests);
  });

  test('one ID is in the log of the gateway and of the service', async () => {
    await call('/articles/7');
    const headers = bearer(await sign('ada'));
    await call('/archive/1969', { headers });
    for (const service of [articles, archive]) {
      const id = service.log.at(-1).headers['x-request-id'];
      assert.match(id, /^[0-9a-f]{32}$/);
      assert.match(await system.log(), new RegExp(`^${id} 200 `, 'm'));
    }
  });

  test('clients cannot call the auth service', async () => {
    const headers = bearer(await sign('ada'));
    assert.equal((await call('/_verify', { headers })).status, 404);
  });
});
