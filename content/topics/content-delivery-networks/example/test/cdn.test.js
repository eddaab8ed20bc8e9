import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { describe, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { startNetwork } from '../src/network.js';
import { night, wholeUrl, withoutShield } from '../src/night.js';

const skip = spawnSync('nginx', ['-v']).error && 'nginx is not installed';

async function start(t, edit) {
  const network = await startNetwork(edit);
  t.after(() => network.stop());
  return network;
}

describe('a small CDN', { skip }, () => {
  test('the origin is asked once per district', async (t) => {
    assert.equal(await night(await start(t)), 10);
  });

  test('without the shield, once per district and edge', async (t) => {
    assert.equal(await night(await start(t, withoutShield)), 20);
  });

  test('with the whole URL as the key, each time', async (t) => {
    assert.equal(await night(await start(t, wholeUrl)), 400);
  });

  test('languages have copies of their own, and there are only two', async (t) => {
    const { get, app } = await start(t);
    const title = async (query) =>
      (await get(0, `/districts/7${query}`)).body.title;
    assert.equal(await title('?lang=de'), 'Ergebnisse für 7');
    assert.equal(await title('?lang=en'), 'Results for 7');
    assert.equal(await title(''), 'Results for 7');
    for (let i = 0; i < 20; i++) await title(`?lang=${i}`);
    assert.equal(app.count, 2);
  });

  test('the origin sees only what is in the key', async (t) => {
    const { get, app } = await start(t);
    for (const edge of [0, 1]) {
      await get(edge, `/districts/${edge}?utm_source=a&lang=de&lang=fr`);
      assert.equal(app.lastUrl, `/districts/${edge}?lang=de`);
    }
  });

  test('an origin that takes 6.5 seconds is still asked once', async (t) => {
    const network = await start(t);
    network.app.delay = 6_500;
    assert.equal(await night(network), 10);
  });

  test('an origin that hangs is asked once, and all readers get an error', async (t) => {
    const network = await start(t);
    network.app.delay = 60_000;
    assert.equal(await night(network), 10);
    assert.equal((await network.get(0, '/districts/1')).status, 504);
  });

  test('an origin that is down is asked once, if its 503 may be cached', async (t) => {
    const network = await start(t);
    network.app.isDown = true;
    assert.equal(await night(network), 10);
    assert.equal((await network.get(0, '/districts/1')).status, 503);
  });

  test('after a quiet time, the first reader gets the old copy', async (t) => {
    const { get, app } = await start(t);
    app.lifetime = 1;
    await get(0, '/districts/7');
    await sleep(4_000);
    assert.equal((await get(0, '/districts/7')).cache, 'STALE');
  });

  for (const problem of [{ isDown: true }, { delay: 60_000 }]) {
    test(`readers get the last results: ${JSON.stringify(problem)}`, async (t) => {
      const { get, app } = await start(t);
      app.lifetime = 1;
      await Promise.all([get(0, '/districts/7'), get(1, '/districts/7')]);
      await sleep(2_500); // now it's stale at the edges and at the shield
      Object.assign(app, problem);
      const asked = app.count;
      const started = performance.now();
      const responses = await Promise.all(
        Array.from({ length: 100 }, (_, n) => get(n % 2, '/districts/7')),
      );
      assert.ok(responses.every(({ status }) => status === 200));
      assert.ok(performance.now() - started < 2_000);
      assert.ok(app.count - asked <= 2);
    });
  }

  // #region poison
  test('a header that is not in the key cannot poison the copy', async (t) => {
    const { get } = await start(t);
    await get(0, '/districts/7', { 'X-Forwarded-Host': 'evil.example' });
    const { cache, body } = await get(0, '/districts/7');
    assert.equal(cache, 'HIT');
    assert.equal(body.link, 'https://results.example/districts/7');
  });
  // #endregion poison

  test('if the edge passes the header on, it does', async (t) => {
    const { get } = await start(t, (config) =>
      config.replace('proxy_set_header X-Forwarded-Host "";', ''),
    );
    await get(0, '/districts/7', { 'X-Forwarded-Host': 'evil.example' });
    const { body } = await get(0, '/districts/7');
    assert.equal(body.link, 'https://evil.example/districts/7');
  });

  // #region personal
  test('no cache keeps a personal page, whatever its path ends in', async (t) => {
    const { get } = await start(t, (config) =>
      config.replace('location / {', 'location / { proxy_cache oslo;'),
    );
    for (const path of ['/profile', '/profile/x.css', '/profile?x=.css']) {
      for (const reader of ['ana', 'ben']) {
        const { cache, body } = await get(0, path, { Cookie: reader });
        assert.equal(cache, 'MISS');
        if (body) assert.equal(body.reader, reader);
      }
    }
  });
  // #endregion personal
});
