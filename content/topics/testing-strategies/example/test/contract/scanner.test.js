// #region contract
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { createApp } from '../../src/app.js';
import { FakeStore } from '../support/fake-store.js';
import { listen } from '../support/listen.js';

const contract = new URL('../../contracts/scanner.json', import.meta.url);

for (const expected of JSON.parse(await readFile(contract, 'utf8'))) {
  test(`the scanner gets ${expected.name}`, async (t) => {
    const store = new FakeStore();
    if (expected.given) await store.add(expected.given);
    const url = await listen(t, createApp(store));

    const response = await fetch(url + expected.request);

    assert.equal(response.status, expected.response.status);
    assert.partialDeepStrictEqual(
      await response.json(),
      expected.response.body,
    );
  });
}
// #endregion contract
