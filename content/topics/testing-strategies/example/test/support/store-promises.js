// #region promises
import assert from 'node:assert/strict';
import { test } from 'node:test';

const june = { plate: 'B-AX-12', from: '2026-06-01', until: '2026-06-30' };

export function storePromises(name, createStore) {
  const check = async (plate, day) => {
    const store = await createStore(); // each test starts with an empty one
    await store.add(june);
    return store.isValid(plate, day);
  };

  test(`${name}: valid on the first and on the last day`, async () => {
    assert.equal(await check('B-AX-12', '2026-06-01'), true);
    assert.equal(await check('B-AX-12', '2026-06-30'), true);
  });

  test(`${name}: not valid before and after`, async () => {
    assert.equal(await check('B-AX-12', '2026-05-31'), false);
    assert.equal(await check('B-AX-12', '2026-07-01'), false);
  });

  test(`${name}: an unknown plate is not valid`, async () => {
    assert.equal(await check('B-ZZ-99', '2026-06-15'), false);
  });

  test(`${name}: rejects a second permit for a plate`, async () => {
    const store = await createStore();
    await store.add(june);
    await assert.rejects(store.add(june), { name: 'DuplicatePermit' });
  });
}
// #endregion promises
