// #region handler
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createApp } from '../../src/app.js';
import { FakeStore } from '../support/fake-store.js';
import { listen } from '../support/listen.js';

const june = { plate: 'B-AX-12', from: '2026-06-01', until: '2026-06-30' };

async function start(t) {
  const url = await listen(t, createApp(new FakeStore()));
  return (permit) =>
    fetch(`${url}/permits`, { method: 'POST', body: JSON.stringify(permit) });
}

test('the second click on "Buy" gets 409', async (t) => {
  const buy = await start(t);
  const bought = await buy(june);
  assert.deepEqual(await bought.json(), { plate: 'B-AX-12', cents: 3000 });
  assert.equal((await buy(june)).status, 409);
});

test('what is not a permit gets 400 and never reaches the store', async (t) => {
  const buy = await start(t);
  for (const wrong of [
    { until: undefined },
    { from: '2026-07-01' },
    { from: '2026-6-1' },
    { from: '2026-02-30' },
    { plate: '' },
  ]) {
    assert.equal((await buy({ ...june, ...wrong })).status, 400);
  }
  assert.equal((await buy(june)).status, 201);
});
// #endregion handler

test('a scan without a day, or with a broken URL, gets 400', async (t) => {
  const url = await listen(t, createApp(new FakeStore()));
  for (const path of [
    'B-AX-12',
    'B-AX-12?on=abc',
    '%E0%A4%A?on=2026-06-15',
    '%00?on=2026-06-15',
  ]) {
    assert.equal((await fetch(`${url}/permits/${path}`)).status, 400);
  }
});
