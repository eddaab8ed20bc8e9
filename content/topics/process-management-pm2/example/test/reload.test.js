import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';
import { underLoad } from '../dev/load.js';
import { startPm2, until } from '../dev/pm2.js';

const file = 'ecosystem.config.cjs';

describe('PM2 in cluster mode', () => {
  let pm2, configure, list, ask, stop;
  before(async () => {
    ({ pm2, configure, list, ask, stop } = await startPm2());
  });
  after(() => stop());
  beforeEach(async () => {
    await configure({});
    await start();
  });
  const start = async () => {
    await pm2('start', file);
    await until(() => ask().catch(() => false));
  };
  const deleteAll = () => pm2('delete', 'all');

  // #region reload
  test('a reload brings the new release without losing a request', async () => {
    await configure({ env: { RELEASE: 'v2' } });
    const { releases, lost } = await underLoad(ask, () => pm2('reload', file));
    assert.deepEqual({ releases, lost }, { releases: ['v1', 'v2'], lost: 0 });
    assert.match(await ask(), /^v2 /);
  });
  // #endregion reload

  test('in fork mode, a reload is a restart and loses requests', async () => {
    await deleteAll();
    await configure({ exec_mode: 'fork', instances: 1 });
    await start();
    const { lost } = await underLoad(ask, () => pm2('reload', 'alarms'));
    assert.ok(lost > 0);
    await deleteAll();
  });

  // At each moment of the reload, exports are running.
  const reloadDuringExports = () =>
    underLoad(
      () => ask('/export'),
      () => pm2('reload', 'alarms'),
    );

  test('the slowest requests survive a reload', async () => {
    assert.equal((await reloadDuringExports()).lost, 0);
  });

  test('a kill_timeout that is too short cuts them off', async () => {
    await deleteAll();
    await configure({ kill_timeout: 300 });
    await start();
    assert.ok((await reloadDuringExports()).lost > 0);
    await deleteAll();
  });

  test('a broken release replaces the one that worked', async () => {
    await configure({ listen_timeout: 1000, env: { RELEASE: 'broken' } });
    await pm2('reload', file);
    await assert.rejects(ask());
    await configure({ env: { RELEASE: 'v1' } });
    await pm2('reload', file); // the way back
    await until(() => ask().catch(() => false));
    await deleteAll();
  });

  test('a worker that is killed comes back', async () => {
    const [{ pid }] = await list();
    process.kill(pid, 'SIGKILL');
    await until(async () => {
      const [first] = await list();
      return first.status === 'online' && first.pid !== pid;
    });
    assert.match(await ask(), /^v1 /);
  });

  test('an environment in the file only counts with the file', async () => {
    await configure({ env: { RELEASE: 'v3' } });
    await pm2('reload', 'alarms');
    assert.match(await ask(), /^v1 /);
    await pm2('reload', file);
    assert.match(await ask(), /^v3 /);
  });

  test('with a backoff it tries again, without one it gives up', async () => {
    await deleteAll();
    const broken = { instances: 1, env: { RELEASE: 'broken' } };
    await configure(broken);
    await pm2('start', file);
    await until(async () => (await list())[0].restarts > 3);
    assert.notEqual((await list())[0].status, 'errored');
    await deleteAll();
    // With its default of one second, a slow machine never gives up.
    const policy = { exp_backoff_restart_delay: null, min_uptime: 5000 };
    await configure({ ...broken, ...policy });
    await pm2('start', file);
    await until(async () => (await list())[0].status === 'errored', 60);
    await deleteAll();
  });
});
