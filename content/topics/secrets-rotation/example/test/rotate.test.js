import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { startDatabase } from '../dev/database.js';
import { createDatabase } from '../src/database.js';
import { goBack, retire, switchUser, uses } from '../src/rotate.js';
import { cached, createStore } from '../src/store.js';

const { target, admin, stop } = await startDatabase();
after(stop);
const reset = async () => {
  await admin.query(`ALTER ROLE parcels_a LOGIN PASSWORD 'first'`);
  await admin.query('ALTER ROLE parcels_b NOLOGIN PASSWORD NULL');
  return createStore({ user: 'parcels_a', password: 'first' });
};
const logIn = async (credentials) => {
  const client = new pg.Client({ ...target, ...credentials });
  await client.connect();
  await client.query(`UPDATE parcel SET status = 'there' WHERE id = 1`);
  await client.end();
};

test('two rotations come back to the first user with a new password', async () => {
  const store = await reset();
  const first = await store.read('current');
  await switchUser(admin, store, target);
  const second = await store.read('current');
  await Promise.all([logIn(first), logIn(second)]); // both are accepted
  await assert.rejects(switchUser(admin, store, target), /finish the last/);
  await retire(admin, store);
  await assert.rejects(logIn(first));

  await switchUser(admin, store, target);
  await retire(admin, store);
  const third = await store.read('current');
  assert.equal(third.user, first.user);
  await logIn(third);
  await assert.rejects(logIn(second));
  await assert.rejects(logIn(first));
});

// #region crash
for (const step of [1, 2, 3, 4, 5, 6, 7, 8, 9]) {
  test(`a crash at step ${step} can be repaired by running it again`, async () => {
    const store = await reset();
    let left = step;
    const dying = (work) =>
      function call(...args) {
        left -= 1;
        if (left === 0) throw new Error('crash');
        return work(...args);
      };
    const crashing = {
      store: { read: dying(store.read), write: dying(store.write) },
      admin: { query: dying((...args) => admin.query(...args)) },
    };
    await switchUser(crashing.admin, crashing.store, target).catch(() => {});
    await logIn(await store.read('current')); // works at any moment

    await switchUser(admin, store, target).catch((error) =>
      assert.match(error.message, /finish the last/),
    );
    const current = await store.read('current');
    assert.equal(current.user, 'parcels_b');
    await logIn(current);
  });
}
// #endregion crash

test('a pool follows, and the old user is retired only when unused', async () => {
  const store = await reset();
  const database = createDatabase(target, cached(store, 200));
  const burst = () =>
    Promise.all(
      Array.from({ length: 20 }, () => database.query('SELECT current_user')),
    );
  await burst();
  await switchUser(admin, store, target);
  await burst(); // still the old user, from the cache
  assert.ok((await uses(admin, 'parcels_a')).length > 0);
  await assert.rejects(retire(admin, store), /still in use/);

  await new Promise((resolve) => setTimeout(resolve, 250));
  const results = await burst();
  assert.equal(results[0].rows[0].current_user, 'parcels_b');
  await new Promise((resolve) => setTimeout(resolve, 500));
  await retire(admin, store);
  await burst();
  await database.end();
});

test('queries that wait for a connection survive the switch', async () => {
  const store = await reset();
  const database = createDatabase(target, cached(store, 0));
  const slow = Array.from({ length: 12 }, () =>
    database.query('SELECT current_user FROM pg_sleep(0.1)'),
  );
  await sleep(50); // five run, and seven wait for them
  await switchUser(admin, store, target);
  const { rows } = await database.query('SELECT current_user');
  assert.equal(rows[0].current_user, 'parcels_b');
  const late = sleep(5_000, [], { ref: false });
  const results = await Promise.race([Promise.all(slow), late]);
  assert.equal(results.length, 12);
  await database.end();
});

test('a new user without permissions does not become current', async () => {
  const store = await reset();
  await admin.query('REVOKE parcels FROM parcels_b');
  await assert.rejects(switchUser(admin, store, target), /permission denied/);
  assert.equal((await store.read('current')).user, 'parcels_a');
  await admin.query('GRANT parcels TO parcels_b');
  await switchUser(admin, store, target);
  assert.equal((await store.read('current')).user, 'parcels_b');
});

test('a rotation that died at its last step does not swallow the next one', async () => {
  const store = await reset();
  await switchUser(admin, store, target);
  await store.write('pending', await store.read('current'));
  while ((await uses(admin, 'parcels_b')).length > 0);
  await retire(admin, store);
  await switchUser(admin, store, target);
  assert.equal((await store.read('current')).user, 'parcels_a');
});

test('a service that was quiet during two rotations is not left behind', async () => {
  const store = await reset();
  const database = createDatabase(target, cached(store, 0));
  await database.query('SELECT');
  for (const _ of [1, 2]) {
    await switchUser(admin, store, target);
    await admin.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
       WHERE usename LIKE 'parcels_%'`,
    );
    for (const user of ['parcels_a', 'parcels_b']) {
      while ((await uses(admin, user)).length > 0);
    }
    await retire(admin, store);
  }
  await database.query('SELECT');
  await database.end();
});

test('going back before and after the switch', async () => {
  const store = await reset();
  const first = await store.read('current');
  const failing = { query: async () => Promise.reject(new Error('no grant')) };
  await admin.query('ALTER ROLE parcels_b NOLOGIN');
  await store.write('pending', { user: 'parcels_b', password: 'x' });
  await assert.rejects(switchUser(failing, store, target), /no grant/);
  await goBack(admin, store);
  await logIn(await store.read('current'));

  await switchUser(admin, store, target);
  await goBack(admin, store);
  assert.deepEqual(await store.read('current'), first);
  await retire(admin, store); // of the new user
  await logIn(first);
  await switchUser(admin, store, target); // and again
});

test('the cache reads once, and survives a store that is down', async () => {
  let reads = 0;
  let down = false;
  const store = {
    read: async () => {
      reads += 1;
      if (down === 'hangs') return new Promise(() => {});
      if (down) throw new Error('down');
      return { user: 'x' };
    },
  };
  const credentials = cached(store, 0, { log: () => {}, patience: 50 });
  await Promise.all(Array.from({ length: 200 }, credentials));
  assert.equal(reads, 1);
  for (down of [true, 'hangs']) {
    const late = sleep(5_000, 'late', { ref: false });
    const value = await Promise.race([credentials(), late]);
    assert.deepEqual(value, { user: 'x' });
  }
});
