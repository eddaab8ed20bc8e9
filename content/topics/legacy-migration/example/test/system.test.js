import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { afterEach, describe, it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { usage as first } from '../demo/usage-first.js';
import { startSystem } from '../demo/system.js';
import { comparer } from '../src/compare.js';
import { copy, differences, handOver } from '../src/move.js';
import { proxy } from '../src/proxy.js';

let system;
const start = async (options) => (system = await startSystem(options));
afterEach(() => system?.stop().then(() => (system = undefined)));

const get = (path) => fetch(system.url + path);
const put = (meter, date, kwh) =>
  fetch(`${system.url}/meters/${meter}/readings/${date}`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ kwh }),
  });

async function counted(n) {
  const total = () =>
    [...system.counts.values()].reduce((sum, { count }) => sum + count, 0);
  while (total() < n) await sleep(5);
  return Object.fromEntries(
    [...system.counts].map(([kind, { count }]) => [kind, count]),
  );
}

async function listen(app) {
  const server = createServer(app).listen(0);
  await once(server, 'listening');
  return { server, url: `http://localhost:${server.address().port}` };
}

describe('proxy', () => {
  it('sends the slice to its side and everything else to the portal', async () => {
    await start();
    system.oldDb.exec("UPDATE MTR_RD SET VAL = 77 WHERE MTR = '1001'");
    const seen = async (path) => (await (await get(path)).json()).readings;
    assert.equal((await seen('/meters/1001/readings'))[0].kwh, 77);
    system.slice.to = 'new';
    assert.equal((await seen('/meters/1001/readings'))[0].kwh, 11251);
    assert.equal((await get('/meters/1001/contract')).status, 200);
    assert.equal((await get('/nothing')).status, 404);
  });

  it('passes method, body, host, query and status through as they are', async () => {
    const { server, url } = await listen(async (request, response) => {
      const body = (await request.toArray()).join('');
      const { method, url: path, headers } = request;
      response.writeHead(418, { 'x-old': 'yes', location: '/elsewhere' });
      const { host, 'x-forwarded-for': ip } = headers;
      const scheme = headers['x-forwarded-proto'];
      response.end(JSON.stringify({ method, path, body, host, ip, scheme }));
    });
    const slice = () => ({ to: 'old', paused: false, share: 0 });
    const front = await proxy({ old: url, fresh: url, slice });
    const base = await front.listen({ port: 0 });
    const body = '{ "kwh":  1 }'; // two spaces
    const response = await fetch(`${base}/meters/1/readings/d?a=1&a=%2F`, {
      method: 'PUT',
      headers: {
        'content-type': 'application/json',
        'x-forwarded-for': '203.0.113.6', // anyone can send that
        'x-forwarded-proto': 'https', // and that
      },
      body,
    });
    assert.equal(response.status, 418);
    assert.equal(response.headers.get('location'), '/elsewhere');
    const { ip, ...rest } = await response.json();
    assert.match(ip, /^(::1|(::ffff:)?127\.0\.0\.1)$/);
    assert.deepEqual(rest, {
      method: 'PUT',
      path: '/meters/1/readings/d?a=1&a=%2F',
      body,
      host: new URL(base).host,
      scheme: 'http',
    });
    await front.close();
    server.close();
  });

  it('asks only once when the portal responds with 503', async () => {
    let asked = 0;
    const { server, url } = await listen((request, response) => {
      asked += 1;
      response.writeHead(503).end();
    });
    const slice = () => ({ to: 'old', paused: false, share: 0 });
    const front = await proxy({ old: url, fresh: url, slice });
    const base = await front.listen({ port: 0 });
    assert.equal((await fetch(`${base}/meters/1/readings`)).status, 503);
    assert.equal(asked, 1);
    await front.close();
    server.close();
  });

  it('responds with 502 and no details when the portal is gone', async () => {
    await start();
    await system.apps[0].close();
    const response = await get('/meters/1001/readings');
    assert.equal(response.status, 502);
    assert.equal(await response.text(), '');
  });

  it('responds with 504 when the portal is silent', async () => {
    const { server, url } = await listen(() => {});
    const slice = () => ({ to: 'old', paused: false, share: 0 });
    const front = await proxy({ old: url, fresh: url, slice, timeout: 100 });
    const base = await front.listen({ port: 0 });
    const response = await fetch(`${base}/meters/1/readings`);
    assert.equal(response.status, 504);
    assert.equal(await response.text(), '');
    await front.close();
    server.closeAllConnections();
    server.close();
  });

  it('refuses writes during the pause, and serves reads', async () => {
    await start();
    system.slice.paused = true;
    const response = await put('1001', '2026-01-01', 14250);
    assert.equal(response.status, 503);
    assert.equal(response.headers.get('retry-after'), '5');
    for (const method of ['GET', 'HEAD']) {
      const url = `${system.url}/meters/1001/readings`;
      assert.equal((await fetch(url, { method })).status, 200);
    }
  });
});

describe('comparison', () => {
  it('finds the two rules that the first version lacks', async () => {
    await start({ usage: first, settle: 10, share: 1 });
    for (const meter of [1001, 1002, 1020, 1300])
      await (await get(`/meters/${meter}/readings`)).json();
    assert.deepEqual(await counted(4), {
      same: 2,
      '.body.readings[].used': 1,
      '.status': 1,
    });
  });

  it('finds no difference with the rules', async () => {
    await start({ settle: 10, share: 1 });
    for (const meter of [1001, 1020, 1300])
      await (await get(`/meters/${meter}/readings`)).json();
    assert.deepEqual(await counted(3), { same: 3 });
  });

  it('compares both ways, also when the new side serves', async () => {
    await start({ usage: first, settle: 10, share: 1 });
    system.slice.to = 'new';
    await (await get('/meters/1020/readings')).json();
    assert.deepEqual(await counted(1), { '.body.readings[].used': 1 });
  });

  it('never repeats a write', async () => {
    await start({ settle: 10, share: 1 });
    await put('1001', '2026-01-01', 14250);
    await (await get('/meters/1002/readings')).json();
    assert.deepEqual(await counted(1), { same: 1 });
    const { example } = system.counts.get('same');
    assert.equal(example, '/meters/1002/readings');
    assert.equal(system.fresh.rows().length, 280 * 12);
  });

  it("forgives a copy that's late, but not one that never comes", async () => {
    await start({ settle: 1000, share: 1 });
    await put('1001', '2026-01-01', 14250);
    await (await get('/meters/1001/readings')).json();
    await sleep(40);
    copy(system.old, system.fresh);
    assert.deepEqual(await counted(1), { same: 1 });
    await put('1001', '2026-02-01', 14500);
    await (await get('/meters/1001/readings')).json();
    assert.deepEqual(await counted(2), {
      same: 1,
      '.body.readings.length': 1,
    });
  });

  it("doesn't reach the user: the new side throws, hangs or is gone", async () => {
    const broken = await listen((request, response) => response.end('<html>'));
    const hanging = await listen(() => {});
    for (const fresh of [broken.url, hanging.url, 'http://localhost:1']) {
      await start();
      const { old } = system.urls;
      const results = comparer({ old, fresh, settle: 10 });
      const slice = () => ({ to: 'old', paused: false, share: 1 });
      const front = await proxy({ old, fresh, slice, ...results });
      const base = await front.listen({ port: 0 });
      const begin = performance.now();
      const response = await fetch(`${base}/meters/1001/readings`);
      const { readings } = await response.json();
      assert.ok(performance.now() - begin < 1800);
      assert.equal(readings.length, 12);
      while (results.counts.size === 0) await sleep(10);
      assert.deepEqual([...results.counts.keys()], ['no response']);
      await front.close();
      await system.stop();
    }
    system = undefined;
    for (const { server } of [broken, hanging]) {
      server.closeAllConnections();
      server.close();
    }
  });

  it("doesn't blame the new side when the old one is gone, or redirects", async () => {
    await start();
    const { server, url } = await listen((request, response) =>
      response
        .writeHead(302, { location: system.urls.old + request.url })
        .end(),
    );
    for (const old of ['http://localhost:1', url]) {
      const { compare, counts } = comparer({
        old,
        fresh: system.urls.fresh,
        settle: 1,
      });
      await compare({ url: '/meters/1001/readings', headers: {} });
      assert.deepEqual([...counts.keys()], ['not comparable']);
    }
    server.close();
  });

  it("doesn't end the process when a response is nested too deeply", async () => {
    const nested = (end) => (request, response) =>
      response.end('{"a":'.repeat(5000) + end + '}'.repeat(5000));
    const [one, two] = [await listen(nested(1)), await listen(nested(2))];
    const options = { old: one.url, fresh: two.url, settle: 1 };
    const { compare, counts, isIdle } = comparer(options);
    await compare({ url: '/', headers: {} });
    assert.deepEqual([...counts.keys()], ['not comparable']);
    assert.ok(isIdle());
    one.server.close();
    two.server.close();
  });

  it('runs at most ten comparisons at once, and counts what it skips', async () => {
    const hanging = await listen(() => {});
    await start();
    const { old } = system.urls;
    const { compare, counts } = comparer({
      old,
      fresh: hanging.url,
      settle: 10,
    });
    const request = { url: '/meters/1001/readings', headers: {} };
    await Promise.all(Array.from({ length: 30 }, () => compare(request)));
    assert.equal(counts.get('skipped').count, 20);
    assert.equal(counts.get('no response').count, 10);
    hanging.server.closeAllConnections();
    hanging.server.close();
  });

  it("reads with the user's credentials, and says that it compares", async () => {
    const seen = [];
    const echo = await listen((request, response) => {
      const { authorization, cookie, 'x-comparison': mark } = request.headers;
      seen.push(`${authorization} ${cookie} ${mark}`);
      response.end('{}');
    });
    const { compare } = comparer({ old: echo.url, fresh: echo.url });
    const headers = { authorization: 'Bearer x', cookie: 'sid=y' };
    await compare({ url: '/', headers });
    assert.deepEqual(seen, ['Bearer x sid=y 1', 'Bearer x sid=y 1']);
    echo.server.close();
  });
});

describe('copy', () => {
  it('brings over inserts, updates, deletes and changed keys', async () => {
    await start();
    system.oldDb.exec(`
      INSERT INTO MTR_RD VALUES ('1', '20260101', 5), ('2', '20260101', 6);
      UPDATE MTR_RD SET VAL = 7 WHERE MTR = '1';
      UPDATE MTR_RD SET MTR = '3' WHERE MTR = '2';
      UPDATE MTR_RD SET MTR = '4' WHERE MTR = '1003';
      DELETE FROM MTR_RD WHERE MTR = '1001';
      INSERT OR REPLACE INTO MTR_RD VALUES ('1002', '20250101', 9);`);
    assert.ok(differences(system.old, system.fresh).length > 0);
    copy(system.old, system.fresh);
    assert.deepEqual(differences(system.old, system.fresh), []);
    assert.deepEqual(system.old.changes(), []);
    copy(system.old, system.fresh);
    assert.deepEqual(differences(system.old, system.fresh), []);
  });

  it("stops at a date that it can't translate, and goes on after the repair", async () => {
    await start();
    system.oldDb.exec("INSERT INTO MTR_RD VALUES ('1', '2026-01-01', 5)");
    assert.throws(() => copy(system.old, system.fresh), /unknown/);
    assert.throws(() => handOver(system.old, system.fresh), /unknown/);
    assert.equal(system.old.state(), 'open');
    system.oldDb.exec("UPDATE MTR_RD SET DT = '20260101' WHERE MTR = '1'");
    system.oldDb.exec("DELETE FROM change WHERE date LIKE '%-%'");
    copy(system.old, system.fresh);
    assert.deepEqual(differences(system.old, system.fresh), []);
  });

  it('refuses a target that takes writes', async () => {
    await start();
    assert.throws(() => copy(system.fresh, system.old), /takes writes/);
  });

  it('works again after a crash before the log was cleared', async () => {
    await start();
    system.oldDb.exec("INSERT INTO MTR_RD VALUES ('1', '20260101', 5)");
    assert.throws(() =>
      copy(
        {
          ...system.old,
          forget() {
            throw new Error('killed');
          },
        },
        system.fresh,
      ),
    );
    system.oldDb.exec("DELETE FROM MTR_RD WHERE MTR = '1'");
    copy(system.old, system.fresh);
    assert.deepEqual(differences(system.old, system.fresh), []);
  });
});

describe('hand-over', () => {
  const states = () => [system.old.state(), system.fresh.state()];

  it('moves the writes there and back, and each side refuses the rest', async () => {
    await start();
    const { old, fresh, oldDb, newDb } = system;
    const writeOld = () =>
      oldDb.exec("UPDATE MTR_RD SET VAL = VAL + 1 WHERE MTR = '1001'");
    const writeNew = () =>
      newDb.exec("UPDATE reading SET kwh = kwh + 1 WHERE meter = '1001'");
    writeOld();
    assert.throws(writeNew, /another owner/);
    handOver(old, fresh);
    assert.deepEqual(old.changes(), []);
    writeNew();
    assert.throws(writeOld, /another owner/);
    assert.throws(
      () => oldDb.exec("INSERT INTO MTR_RD VALUES ('1', '20260101', 5)"),
      /another owner/,
    );
    assert.throws(() => oldDb.exec('DELETE FROM MTR_RD'), /another owner/);
    handOver(fresh, old);
    writeOld();
    assert.throws(writeNew, /another owner/);
    assert.throws(() => newDb.exec('DELETE FROM reading'), /another owner/);
    copy(old, fresh);
    assert.deepEqual(differences(old, fresh), []);
  });

  it("gives the old side the new side's writes while it's closed", async () => {
    await start();
    handOver(system.old, system.fresh);
    system.newDb.exec(`
      DELETE FROM reading WHERE meter = '1001';
      UPDATE reading SET meter = '1' WHERE meter = '1002'`);
    copy(system.fresh, system.old);
    assert.deepEqual(differences(system.old, system.fresh), []);
    assert.deepEqual(states(), ['closed', 'open']);
  });

  it('stays with the old owner if the rows differ', async () => {
    await start();
    const { old, fresh, oldDb } = system;
    oldDb.exec(`
      INSERT INTO MTR_RD VALUES ('1', '20260101', 5);
      DELETE FROM change`); // a change that the log has lost
    assert.throws(() => handOver(old, fresh), /1 rows differ/);
    assert.deepEqual(states(), ['open', 'closed']);
    oldDb.exec("UPDATE MTR_RD SET VAL = 6 WHERE MTR = '1'");
    handOver(old, fresh);
    assert.deepEqual(states(), ['closed', 'open']);
  });

  it("refuses what the old tables can't hold, so that the way back stays open", async () => {
    await start();
    const { old, fresh, newDb, slice } = system;
    for (const to of ['old', 'new']) {
      slice.to = to;
      for (const [date, kwh] of [
        ['2026-01-01', 14250.5],
        ['2026-01-01', null],
        ['2026-1-1', 14250],
        ['20260101', 14250],
      ])
        assert.equal((await put('1001', date, kwh)).status, 400, to);
      if (to === 'old') handOver(old, fresh);
    }
    const insert = newDb.prepare("INSERT INTO reading VALUES ('1', ?, ?)");
    assert.throws(() => insert.run('2026-01-01', 14250.5), /INTEGER/);
    assert.throws(() => insert.run('2026-1-1', 14250), /CHECK/);
    assert.throws(() => insert.run('20260101', 14250), /CHECK/);
    assert.equal((await put('1001', '2026-01-01', 14250)).status, 204);
    handOver(fresh, old);
    assert.deepEqual(states(), ['open', 'closed']);
  });

  it('changes nothing if the side already has the writes', async () => {
    await start();
    const { old, fresh } = system;
    handOver(fresh, old);
    assert.deepEqual(states(), ['open', 'closed']);
    handOver(old, fresh);
    handOver(old, fresh);
    assert.deepEqual(states(), ['closed', 'open']);
  });

  it('changes nothing if the states do not fit', async () => {
    await start();
    const { old, fresh } = system;
    for (const [first, second] of [
      ['open', 'open'],
      ['closed', 'closed'],
      ['open', 'leaving'],
    ]) {
      old.setState(first);
      fresh.setState(second);
      assert.throws(() => handOver(old, fresh), /Can't hand over/);
      assert.deepEqual(states(), [first, second]);
    }
  });

  it('does not undo a hand-over back that came in between', async () => {
    await start();
    const { old, fresh } = system;
    handOver(old, fresh);
    // A repeated run, which sees that there's nothing to do, and then stops
    // for a moment.
    const slow = {
      ...fresh,
      transaction(work) {
        const result = fresh.transaction(work);
        handOver(fresh, old);
        return result;
      },
    };
    handOver(old, slow);
    assert.deepEqual(states(), ['open', 'closed']);
  });

  // Dies at its nth step on either side, in its own process.
  const mortal = (direction, n) => `
    import { openDatabase } from './src/database.js';
    import { handOver } from './src/move.js';
    import { newSide, oldSide } from './src/sides.js';
    let left = ${n};
    const side = (make, file) => new Proxy(make(openDatabase(file)), {
      get: (target, key) => (...args) => {
        left -= 1;
        if (left === 0) process.kill(process.pid, 'SIGKILL');
        return target[key](...args);
      },
    });
    const old = side(oldSide, process.argv[1]);
    const fresh = side(newSide, process.argv[2]);
    handOver(${direction});`;
  const run = async (code) => {
    const files = ['old.db', 'new.db'].map((file) => join(system.dir, file));
    const child = spawn(
      process.execPath,
      ['--input-type=module', '--eval', code, ...files],
      { cwd: new URL('..', import.meta.url), stdio: ['ignore', 'pipe', 2] },
    );
    const lines = child.stdout.setEncoding('utf8').toArray();
    const [exit, signal] = await once(child, 'exit');
    return { code: exit, signal, output: (await lines).join('') };
  };

  it('wherever it is killed, a second run finishes it', async () => {
    await start();
    const { old, fresh, oldDb, newDb } = system;
    let there = true;
    for (let n = 1; ; n += 1) {
      const [from, to] = there ? [old, fresh] : [fresh, old];
      const date = new Date(Date.UTC(2026, 0, n)).toISOString().slice(0, 10);
      const insert = there
        ? oldDb.prepare("INSERT INTO MTR_RD VALUES ('1', ?, 5)")
        : newDb.prepare("INSERT INTO reading VALUES ('1', ?, 5)");
      insert.run(there ? date.replaceAll('-', '') : date);
      const { code, signal } = await run(
        mortal(there ? 'old, fresh' : 'fresh, old', n),
      );
      assert.notDeepEqual(states(), ['open', 'open'], `killed at ${n}`);
      if (signal === 'SIGKILL') handOver(from, to);
      assert.equal(from.state(), 'closed', `killed at ${n}`);
      assert.equal(to.state(), 'open', `killed at ${n}`);
      assert.deepEqual(differences(from, to), []);
      there = !there;
      if (signal === null) {
        assert.equal(code, 0);
        assert.ok(n > 10);
        break;
      }
    }
  });

  it('loses no write that was acknowledged, with writers on both sides', async () => {
    await start();
    const { old, fresh } = system;
    const writer = (name) => `
      import { setImmediate as turn } from 'node:timers/promises';
      import { openDatabase } from './src/database.js';
      const old = openDatabase(process.argv[1])
        .prepare("INSERT INTO MTR_RD VALUES (?, '20260101', 1)");
      const fresh = openDatabase(process.argv[2])
        .prepare("INSERT INTO reading VALUES (?, '2026-01-01', 1)");
      const end = Date.now() + 3000;
      for (let i = 0; Date.now() < end; i += 1) {
        for (const [where, side] of Object.entries({ old, fresh })) {
          const meter = '${name}-' + where + i;
          try {
            side.run(meter);
            console.log(meter);
          } catch (error) {
            if (!/another owner/.test(error.message)) throw error;
          }
        }
        await turn();
      }`;
    const writers = Promise.all(['a', 'b'].map((name) => run(writer(name))));
    let isDone = false;
    writers.then(() => (isDone = true));
    let moves = 0;
    while (!isDone) {
      const [from, to] = moves % 2 === 0 ? [old, fresh] : [fresh, old];
      copy(from, to);
      await sleep(20);
      handOver(from, to);
      moves += 1;
      await sleep(20);
    }
    const [from, to] = moves % 2 === 0 ? [old, fresh] : [fresh, old];
    copy(from, to);
    assert.deepEqual(differences(old, fresh), []);
    const results = await writers;
    for (const { code } of results) assert.equal(code, 0);
    const written = results.flatMap(({ output }) => output.trim().split('\n'));
    const stored = new Set(fresh.rows().map(({ meter }) => meter));
    assert.deepEqual(
      written.filter((meter) => !stored.has(meter)),
      [],
    );
    assert.ok(moves > 5);
    for (const where of ['old', 'fresh'])
      assert.ok(written.filter((meter) => meter.includes(where)).length > 20);
  });
});

describe('page', () => {
  for (const name of ['compare', 'move'])
    it(`shows what demo/${name}.js prints`, async () => {
      const demo = spawn(process.execPath, [`demo/${name}.js`]);
      const printed = (await demo.stdout.setEncoding('utf8').toArray()).join(
        '',
      );
      const shown = readFileSync(`demo/${name}.txt`, 'utf8');
      assert.equal(printed, shown.replaceAll(/^# #.*\n/gm, ''));
    });
});
