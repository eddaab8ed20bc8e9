import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { afterEach, beforeEach, test } from 'node:test';
import {
  brokenStream,
  drop,
  fail,
  say,
  silence,
  slowBody,
  slowStream,
  startProvider,
} from '../dev/provider.js';
import { createBudget } from '../src/budget.js';
import { createModel } from '../src/model.js';
import { createRouter } from '../src/router.js';
import { createReply } from '../src/stream.js';

let provider;
let budget;
let logged;
beforeEach(async () => {
  provider = await startProvider();
  budget = createBudget(1);
  logged = [];
});
afterEach(() => provider.stop());

const model = (options) =>
  createModel({
    apiKey: 'test-key',
    model: 'claude-haiku-5-5',
    baseURL: provider.url,
    ...options,
  });
const router = (options) =>
  createRouter({
    complete: model(options),
    budget,
    log: (entry) => logged.push(entry),
    pauseMs: 10,
  });

test('a clean answer becomes a department, and the call is logged', async () => {
  provider.script = [say(' Lighting.\n')];
  assert.equal(await router()('The lamp flickers'), 'lighting');
  assert.equal(provider.requests[0].messages[0].content, 'The lamp flickers');
  assert.match(provider.requests[0].system, /roads, lighting, parks, waste/);
  const [{ prompt, department, paid }] = logged;
  assert.deepEqual([prompt, department], ['route-4', 'lighting']);
  assert.ok(Math.abs(paid - 0.000_08) < 1e-12);
  assert.ok(Math.abs(budget.left - 0.999_92) < 1e-12);
});

test('what a model thinks is not part of its answer', async () => {
  const answer = say('roads');
  const thinking = { type: 'thinking', thinking: 'Is it…', signature: 'x' };
  answer.json.content.unshift(thinking);
  provider.script = [answer];
  assert.equal(await router()('Pothole'), 'roads');
});

// #region answers
const answers = [
  [say('I think parks would handle this'), 'not a label'],
  [say('roads', 'max_tokens'), 'max_tokens'],
  [say('', 'max_tokens'), 'max_tokens'],
  [say('', 'end_turn'), 'not a label'],
  [say('roads', 'refusal'), 'refusal'],
  [say('roads', 'a_reason_of_next_year'), 'a_reason_of_next_year'],
  [say('none'), 'no department'],
  [say('roads, waste'), 'not a label'],
];
for (const [answer, reason] of answers) {
  const text = answer.json.content[0]?.text;
  test(`"${text}" (${answer.json.stop_reason}) goes to a person`, async () => {
    provider.script = [answer];
    assert.equal(await router()('Branch on the path'), 'manual');
    assert.equal(logged[0].reason, reason);
    assert.ok(logged[0].paid > 0);
  });
}
// #endregion answers

test('an overloaded provider is asked again, once', async () => {
  provider.script = [
    fail(529),
    say('roads'),
    fail(529),
    fail(529),
    say('roads'),
  ];
  const route = router();
  assert.equal(await route('Glass'), 'roads');
  assert.equal(await route('Glass'), 'manual');
  assert.equal(provider.requests.length, 4);
  assert.deepEqual([logged[1].reason, logged[1].level], [529, 'warn']);
});

test('too many requests is not our mistake', async () => {
  const busy = fail(429, { 'retry-after': '3600' });
  provider.script = [busy, busy];
  assert.equal(await router()('Glass'), 'manual');
  assert.deepEqual([logged[0].reason, logged[0].level], [429, 'warn']);
});

test('our own mistake is not repeated and raises an alarm', async () => {
  assert.equal(await router({ apiKey: 'wrong' })('Glass'), 'manual');
  provider.script = [fail(400), say('roads')];
  assert.equal(await router()('Glass'), 'manual');
  assert.equal(provider.requests.length, 2);
  assert.deepEqual(
    logged.map(({ reason, level }) => [reason, level]),
    [
      [401, 'error'],
      [400, 'error'],
    ],
  );
  assert.equal(budget.left, 1);
});

// #region hangs
const hangs = {
  'no headers': [silence, silence],
  'headers, but no end of the body': [slowBody, slowBody],
};
for (const [name, script] of Object.entries(hangs)) {
  test(`${name}: the deadline ends it`, { timeout: 5_000 }, async () => {
    provider.script = script;
    const before = Date.now();
    assert.equal(await router({ deadlineMs: 300 })('Glass'), 'manual');
    assert.ok(Date.now() - before < 1_500);
    assert.equal(typeof logged[0].reason, 'string'); // not a status
    assert.equal(logged[0].level, 'warn');
  });
}
// #endregion hangs

test('a response of another shape goes to a person', async () => {
  const odd = { status: 200, json: { hello: 'world' } };
  provider.script = [odd, odd];
  assert.equal(await router()('Glass'), 'manual');
  assert.equal(logged[0].reason, 'TypeError');
});

// #region reserved
test('an attempt that may have cost money stays reserved', async () => {
  for (const lost of [drop, fail(504), silence]) {
    budget = createBudget(1);
    provider.script = [lost, say('roads')];
    assert.equal(await router({ deadlineMs: 300 })('Glass'), 'roads');
    assert.ok(budget.left < 1 - 0.005); // 1,024 tokens of output, and the input
  }
  budget = createBudget(1);
  provider.script = [fail(429), say('roads')];
  await router()('Glass');
  assert.ok(budget.left > 1 - 0.001);
});
// #endregion reserved

test('a response without usage does not switch the budget off', async () => {
  for (const usage of [{}, { input_tokens: null, output_tokens: 'x' }]) {
    provider.script = [say('roads'), say('roads')];
    for (const answer of provider.script) answer.json.usage = usage;
    assert.equal(await router()('Glass'), 'manual');
  }
  assert.ok(budget.left < 1 - 4 * 0.005);
  assert.equal(budget.reserve(2), false);
  assert.equal(budget.reserve(Number.NaN), false);
});

test('more bytes reserve more', async () => {
  budget = createBudget(0.009);
  provider.script = [say('roads')];
  assert.equal(await router()('ᚠ'.repeat(2000)), 'manual');
  assert.equal(provider.requests.length, 0);
  assert.deepEqual(
    [logged[0].reason, logged[0].level],
    ['budget used up', 'warn'],
  );
});

test('empty and long reports cost nothing', async () => {
  for (const report of ['', ' \n', undefined, { a: 1 }, 'x'.repeat(2001)]) {
    assert.equal(await router()(report), 'manual');
  }
  assert.equal(provider.requests.length, 0);
  assert.equal(budget.left, 1);
});

// #region together
test('two calls at once cannot spend the same rest of the budget', async () => {
  budget = createBudget(0.01); // enough for one
  provider.script = [say('roads'), say('parks')];
  const route = router();
  const results = await Promise.all([route('Glass'), route('Swing')]);
  assert.deepEqual(results, ['roads', 'manual']);
  assert.equal(
    logged.some(({ reason }) => reason === 'budget used up'),
    true,
  );
});
// #endregion together

async function serveReply(t, options) {
  const reply = createReply({
    log: (entry) => logged.push(entry),
    apiKey: 'test-key',
    model: 'claude-haiku-5-5',
    baseURL: provider.url,
    ...options,
  });
  const server = createServer((req, res) => reply('When?', res));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  t.after(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${server.address().port}`;
}

test('a streamed reply arrives in parts and says that it is complete', async (t) => {
  provider.script = [say('On Monday.')];
  const text = await (await fetch(await serveReply(t))).text();
  assert.equal(
    text,
    'event: text\ndata: "On "\n\nevent: text\ndata: "Monday."\n\nevent: end\ndata: "complete"\n\n',
  );
});

test('a reply that is cut off, breaks, hangs or is refused says so', async (t) => {
  const url = await serveReply(t, { deadlineMs: 1_500 });
  for (const answer of [
    say('On Mon', 'max_tokens'),
    brokenStream,
    slowStream,
    fail(400),
  ]) {
    provider.script = [answer];
    const text = await (await fetch(url)).text();
    assert.match(text, /event: end\ndata: "incomplete"\n\n$/);
  }
  assert.equal(logged.length, 3);
  assert.equal(logged[2].reason, 400);
});

test('a browser that leaves ends the call', { timeout: 5_000 }, async (t) => {
  const url = await serveReply(t);
  provider.script = [slowStream];
  const leave = new AbortController();
  const res = await fetch(url, { signal: leave.signal });
  await res.body.getReader().read();
  leave.abort();
  while (provider.aborted === 0)
    await new Promise((done) => setTimeout(done, 20));
});
