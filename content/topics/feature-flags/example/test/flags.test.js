import { FlagdProvider } from '@openfeature/flagd-provider';
import { InMemoryProvider, OpenFeature } from '@openfeature/server-sdk';
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, beforeEach, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { createApp } from '../src/app.js';
import { defaults, forRequest, startFlags } from '../src/flags.js';

const original = readFileSync(
  join(import.meta.dirname, '../flags.json'),
  'utf8',
);
const rules = () => JSON.parse(original).flags;
const file = join(mkdtempSync(join(tmpdir(), 'flags-')), 'flags.json');
const logged = [];
const log = (entry) => logged.push(entry);
const write = (text) => writeFileSync(file, text);
const start = (options) =>
  startFlags(
    new FlagdProvider({
      resolverType: 'in-process',
      offlineFlagSourcePath: file,
      ...options,
    }),
    { log },
  );

beforeEach(async () => {
  await OpenFeature.clearProviders();
  logged.length = 0;
  write(original);
});
after(() => OpenFeature.close());

const value = (key, context) => forRequest(context).value(key);
const inGraz = (n) => ({ targetingKey: `u${n}`, city: 'Graz' });

test('testers get the new timetable, other cities the old one', async () => {
  await start();
  const tester = { targetingKey: 'u1', role: 'tester', city: 'Linz' };
  assert.equal(await value('timetable', tester), 'new');
  assert.equal(
    await value('timetable', { targetingKey: 'u1', city: 'Linz' }),
    'old',
  );
});

test('about 30% of Graz get it, the same people each time, also when it grows', async () => {
  await start();
  const share = async () => {
    const chosen = [];
    for (let n = 0; n < 1_000; n += 1)
      if ((await value('timetable', inGraz(n))) === 'new') chosen.push(n);
    return chosen;
  };
  const first = await share();
  assert.ok(first.length > 250 && first.length < 350, first.length);
  assert.deepEqual(await share(), first);
  write(
    original
      .replace('["new", 30]', '["new", 60]')
      .replace('["old", 70]', '["old", 40]'),
  );
  await sleep(6_000);
  const larger = await share();
  assert.ok(larger.length > 550 && larger.length < 650, larger.length);
  assert.ok(first.every((n) => larger.includes(n)));
});

test('without an ID, no one is in the share', async () => {
  await start();
  for (let n = 0; n < 50; n += 1)
    assert.equal(await value('timetable', { city: 'Graz' }), 'old');
});

test('within a request, the answer stays, even if the rules change', async () => {
  await start();
  const request = forRequest({ role: 'tester', targetingKey: 'u1' });
  assert.equal(await request.value('timetable'), 'new');
  write(original.replace('"tester"', '"nobody"'));
  await sleep(6_000);
  assert.equal(await request.value('timetable'), 'new');
  assert.equal(
    await value('timetable', { role: 'tester', targetingKey: 'u1' }),
    'old',
  );
});

test('a file that someone has broken or deleted changes nothing', async () => {
  await start();
  const tester = { role: 'tester', targetingKey: 'u1' };
  write('{ "flags": ');
  await sleep(6_000);
  assert.equal(await value('timetable', tester), 'new');
  rmSync(file);
  await sleep(6_000);
  assert.equal(await value('timetable', tester), 'new');
});

test('without rules, it starts with the defaults and says so', async () => {
  await start({ offlineFlagSourcePath: '/nowhere/flags.json' });
  const request = forRequest({ role: 'tester', targetingKey: 'u1' });
  assert.equal(await request.value('timetable'), 'old');
  assert.equal(await request.value('suggestions'), 'off');
  assert.match((await request.record()).timetable, /^old \(FLAG_NOT_FOUND/);
});

test('a flag service that accepts connections and says nothing delays the start by a second', async () => {
  const mute = createServer((socket) => socket.on('error', () => {}));
  await once(mute.listen(0, '127.0.0.1'), 'listening');
  const begin = Date.now();
  await start({
    offlineFlagSourcePath: undefined,
    host: '127.0.0.1',
    port: mute.address().port,
    deadlineMs: 60_000,
  });
  assert.ok(Date.now() - begin < 3_000);
  assert.match(logged.at(-1).message, /no rules after 1000 ms/);
  assert.equal(
    await value('timetable', { role: 'tester', targetingKey: 'u1' }),
    'old',
  );
  mute.close();
});

test('an unknown flag is an error, also if it is called toString', async () => {
  await start();
  await assert.rejects(value('timetabel', inGraz(1)), /unknown flag timetabel/);
  await assert.rejects(value('toString', inGraz(1)), /unknown flag/);
});

test('each variant serves a page and is in the log; a mistyped variant is the old page', async () => {
  await start();
  let visitor;
  const server = createApp({ whoIs: () => visitor, log }).listen(0);
  await once(server, 'listening');
  const page = async () =>
    (
      await fetch(`http://127.0.0.1:${server.address().port}/timetable/3b`)
    ).text();
  visitor = { targetingKey: 'u1', role: 'tester' };
  assert.match(await page(), /<ol.*<aside/);
  assert.deepEqual(logged.at(-1).flags, {
    timetable: 'new (TARGETING_MATCH)',
    suggestions: 'on (STATIC)',
  });
  visitor = { targetingKey: 'u1', role: 'student' };
  assert.match(await page(), /<table>/);
  write(
    original
      .replace('"new": "new"', '"new": "constructor"')
      .replace('"defaultVariant": "on"', '"defaultVariant": "off"'),
  );
  await sleep(6_000);
  visitor = { targetingKey: 'u1', role: 'tester' };
  const typo = await page();
  assert.match(typo, /<table>/);
  assert.doesNotMatch(typo, /<aside/);
  server.close();
});

test('rules that arrive late are used, and the log has both moments', async () => {
  class Late extends InMemoryProvider {
    async initialize() {
      await sleep(1_500);
    }
  }
  const flag = {
    variants: { new: 'new' },
    defaultVariant: 'new',
    disabled: false,
  };
  await startFlags(new Late({ timetable: flag }), { log });
  assert.match(logged.at(-1).message, /no rules after 1000 ms/);
  assert.equal(await value('timetable', {}), 'old');
  await sleep(1_000);
  assert.match(logged.at(-1).message, /have arrived/);
  assert.equal(await value('timetable', {}), 'new');
});

// #region stale
test('each flag in the code has a rule, and none is overdue', () => {
  const today = process.env.TODAY ?? new Date().toISOString().slice(0, 10);
  for (const key of Object.keys(defaults))
    assert.ok(rules()[key], `rule for ${key}`);
  for (const [key, { metadata }] of Object.entries(rules())) {
    const { kind, owner, removeBy } = metadata;
    assert.ok(owner, `${key} has an owner`);
    if (['operations', 'permission'].includes(kind))
      assert.ok(key in defaults, `${key} is still used`);
    else
      assert.ok(
        new Date(removeBy) >= new Date(today),
        `${owner}: remove ${key}`,
      );
  }
});
// #endregion stale
