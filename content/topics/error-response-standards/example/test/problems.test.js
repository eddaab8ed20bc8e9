import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { after, before, test } from 'node:test';
import { createApp } from '../src/app.js';
import { payWithCard } from '../src/client.js';
import { Problem, problemTypes } from '../src/problems.js';

const token = 'token-of-the-bakery';
const logged = [];
let server;
let site;

before(async () => {
  server = createApp({ log: (line) => logged.push(line) }).listen(
    0,
    '127.0.0.1',
  );
  await once(server, 'listening');
  site = `http://127.0.0.1:${server.address().port}`;
});
after(() => server.close());

async function send(method, path, body, headers = {}) {
  const response = await fetch(site + path, {
    method,
    body,
    headers: {
      Authorization: `Bearer ${token}`,
      ...(body && { 'Content-Type': 'application/json' }),
      ...headers,
    },
  });
  const text = await response.text();
  assert.match(
    response.headers.get('Content-Type'),
    /^application\/problem\+json\b/,
  );
  const problem = JSON.parse(text);
  assert.equal(problem.status, response.status);
  assert.equal(response.headers.get('Cache-Control'), 'no-store');
  return { response, problem, text };
}
const redeem = (body) => send('POST', '/redemptions', JSON.stringify(body));
const typeOf = (name) => `https://api.gift.example/problems/${name}`;

// #region contract
test('the types and their codes stay as they are', () => {
  const codes = Object.entries(problemTypes).map(([name, { status }]) => [
    name,
    status,
  ]);
  assert.deepEqual(Object.fromEntries(codes), {
    'invalid-fields': 422,
    'not-signed-in': 401,
    'unknown-card': 404,
    'insufficient-balance': 409,
    'too-many-requests': 429,
  });
});

test('every type has a page that says what to do', async () => {
  for (const [name, { help }] of Object.entries(problemTypes)) {
    const page = await fetch(`${site}/problems/${name}`);
    assert.equal(page.status, 200);
    assert.ok((await page.text()).includes(help));
  }
});
// #endregion contract

test('all faulty fields come at once', async () => {
  const { problem } = await redeem({ code: 7, cents: 1.5 });
  assert.equal(problem.type, typeOf('invalid-fields'));
  const pointers = problem.errors.map(({ pointer }) => pointer);
  assert.deepEqual(pointers, ['#/code', '#/cents']);
  for (const body of [null, [], 'x', {}, { code: 'G-100', cents: 0 }]) {
    assert.equal(
      (await redeem(body)).response.status,
      body === null || typeof body === 'string' ? 400 : 422,
      JSON.stringify(body),
    );
  }
});

test("another shop's card looks like one that doesn't exist", async () => {
  const theirs = await redeem({ code: 'G-200', cents: 1 });
  const none = await redeem({ code: 'G-999', cents: 1 });
  assert.equal(theirs.problem.type, typeOf('unknown-card'));
  assert.equal(theirs.text, none.text);
});

test('too little on the card is a conflict that says how much is left', async () => {
  const { problem } = await redeem({ code: 'G-100', cents: 501 });
  assert.equal(problem.type, typeOf('insufficient-balance'));
  assert.equal(problem.balanceCents, 500);
});

test('a request without a token is told how to send one', async () => {
  for (const Authorization of ['', 'Bearer', 'Basic eDp5', 'Bearer wrong']) {
    const { response, problem } = await send('POST', '/redemptions', '{}', {
      Authorization,
    });
    assert.equal(problem.type, typeOf('not-signed-in'));
    assert.equal(response.headers.get('WWW-Authenticate'), 'Bearer');
  }
});

test("errors of Express's parsers keep their code and say no more", async () => {
  const cases = [
    ['POST', '/redemptions', '{"code":', 400, 'Bad Request'],
    ['POST', '/redemptions', `"${'x'.repeat(2000)}"`, 413],
    ['GET', '/problems/%ff', undefined, 400, 'Bad Request'],
    ['GET', '/gifts', undefined, 404, 'Not Found'],
    ['GET', '/problems/constructor', undefined, 404, 'Not Found'],
  ];
  for (const [method, path, body, status, title] of cases) {
    const { problem } = await send(method, path, body);
    assert.equal(problem.status, status);
    assert.equal(problem.type, undefined);
    if (title) assert.equal(problem.title, title);
  }
});

test('a body of another type is refused, with the type to send', async () => {
  const { response } = await send('POST', '/redemptions', 'G-100', {
    'Content-Type': 'text/plain',
  });
  assert.equal(response.status, 415);
  assert.equal(response.headers.get('Accept'), 'application/json');
});

test('an extension cannot replace a member of the standard', () => {
  const row = { status: 'blocked', type: 'gift', balanceCents: 5 };
  const problem = JSON.parse(new Problem('insufficient-balance', row).json);
  assert.equal(problem.status, 409);
  assert.equal(problem.type, typeOf('insufficient-balance'));
  assert.equal(problem.balanceCents, 5);
});

const bugs = {
  "another service's 404": () => {
    throw Object.assign(new Error('no such supplier'), { status: 404 });
  },
  'a problem of a type that does not exist': () => {
    throw new Problem('insufficient-balanse', { detail: 'Too little.' });
  },
  'a problem with a value that JSON does not have': () => {
    throw new Problem('insufficient-balance', { balanceCents: 5n });
  },
};
for (const [name, report] of Object.entries(bugs)) {
  test(`${name} is our 500`, async () => {
    const app = createApp({ report, log: () => {} }).listen(0, '127.0.0.1');
    await once(app, 'listening');
    const address = `http://127.0.0.1:${app.address().port}/report`;
    const headers = { Authorization: `Bearer ${token}` };
    const response = await fetch(address, { headers });
    app.close();
    assert.equal(response.status, 500);
    assert.equal((await response.json()).title, 'Internal Server Error');
  });
}

test('a bug is a 500 that shows nothing and can be found in the log', async () => {
  logged.length = 0;
  const { problem } = await send('GET', '/report');
  assert.equal(problem.status, 500);
  assert.equal(logged.length, 1);
  const entry = JSON.parse(logged[0]);
  assert.deepEqual(problem, {
    title: 'Internal Server Error',
    status: 500,
    instance: `urn:uuid:${entry.requestId}`,
  });
  assert.match(entry.error, /TypeError[^]*cards\.js/);
});

test('the limit is a problem, too, and says when to come back', async () => {
  const strict = createApp({ perMinute: 1 }).listen(0, '127.0.0.1');
  await once(strict, 'listening');
  const address = `http://127.0.0.1:${strict.address().port}/gifts`;
  await fetch(address);
  const response = await fetch(address);
  const problem = await response.json();
  strict.close();
  assert.equal(response.status, 429);
  assert.equal(problem.type, typeOf('too-many-requests'));
  const seconds = Number(response.headers.get('Retry-After'));
  assert.ok(seconds >= 1 && seconds <= 60, String(seconds));
});

test('the client tells apart what its customers can do something about', async () => {
  assert.equal(await payWithCard(site, token, 'G-100', 100), 'Paid.');
  assert.match(
    await payWithCard(site, token, 'G-100', 900),
    /covers 400 cents/,
  );
  assert.match(await payWithCard(site, token, 'G-1', 900), /check the code/);
  assert.match(await payWithCard(site, 'none', 'G-1', 1), /could not use/);
});

test("the client survives a proxy's own error pages", async (t) => {
  const bodies = [
    ['text/html', '<h1>502 Bad Gateway</h1>'],
    ['application/problem+json', '<h1>'],
    ['application/problem+json', 'null'],
    [
      'application/json',
      '{"type":"https://api.gift.example/problems/unknown-card"}',
    ],
  ];
  for (const [type, body] of bodies) {
    const proxy = createServer((req, res) => {
      res.writeHead(502, { 'Content-Type': type }).end(body);
    }).listen(0, '127.0.0.1');
    t.after(() => proxy.close());
    await once(proxy, 'listening');
    const address = `http://127.0.0.1:${proxy.address().port}`;
    const shown = await payWithCard(address, token, 'G-100', 1);
    assert.match(shown, /check its balance/, body);
  }
});

test("a proxy's login or maintenance page isn't a payment", async (t) => {
  const proxy = createServer((req, res) => {
    if (req.url === '/login') return res.end('<h1>Log in</h1>');
    if (req.headers.authorization.endsWith('down'))
      return res.end('<h1>Back soon</h1>');
    res.writeHead(302, { Location: '/login' }).end();
  }).listen(0, '127.0.0.1');
  t.after(() => proxy.close());
  await once(proxy, 'listening');
  const address = `http://127.0.0.1:${proxy.address().port}`;
  for (const other of ['down', 'signed-out'])
    assert.match(
      await payWithCard(address, other, 'G-100', 1),
      /check its balance/,
    );
});

test('without a response, the client does not say "try again"', async () => {
  const lost = createServer((req) => req.socket.destroy());
  await once(lost.listen(0, '127.0.0.1'), 'listening');
  const address = `http://127.0.0.1:${lost.address().port}`;
  const shown = await payWithCard(address, token, 'G-100', 1);
  lost.close();
  assert.match(shown, /check its balance/);
});

test(
  'a server that hangs counts as no response',
  { timeout: 5_000 },
  async (t) => {
    const timeout = AbortSignal.timeout.bind(AbortSignal);
    t.mock.method(AbortSignal, 'timeout', () => timeout(50));
    const hanging = createServer(() => {});
    t.after(() => {
      hanging.closeAllConnections();
      hanging.close();
    });
    await once(hanging.listen(0, '127.0.0.1'), 'listening');
    const address = `http://127.0.0.1:${hanging.address().port}`;
    const shown = await payWithCard(address, token, 'G-100', 1);
    assert.match(shown, /check its balance/);
  },
);
