import assert from 'node:assert/strict';
import { fork, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, test } from 'node:test';
import {
  Client,
  StreamableHTTPClientTransport,
} from '@modelcontextprotocol/client';
import { fill, site, startShop, token } from '../dev/shop.js';
import { open } from '../src/db.js';
import { orderService } from '../src/orders.js';

const ALL = 'orders:read refunds:request';
let shop;
let kim;
let logged;
const start = async (options) => {
  await shop?.stop();
  logged = [];
  shop = await startShop({ log: (error) => logged.push(error), ...options });
  kim = await shop.connect(await token('kim', ALL));
};
beforeEach(() => start());
afterEach(async () => {
  await shop.stop();
  shop = undefined;
});

const call = async (name, args, client = kim) => {
  const result = await client.callTool({ name, arguments: args });
  return { ...result, text: result.content[0].text };
};
const value = async (name, args, client) => {
  const { structuredContent, isError, text } = await call(name, args, client);
  assert.ok(!isError, text);
  return structuredContent;
};
const refusal = async (name, args, client) => {
  const { isError, text } = await call(name, args, client);
  assert.equal(isError, true, text);
  return text;
};
const refund = (order, cents) => ({
  order_id: order,
  refund_total_cents: cents,
  reason: 'arrived broken',
});
const count = (table) =>
  shop.db.prepare(`SELECT count(*) AS n FROM ${table}`).get().n;
const refunded = (id = 5) =>
  shop.db.prepare('SELECT refunded_cents FROM orders WHERE id = ?').get(id)
    .refunded_cents;
const outcomes = () =>
  shop.db
    .prepare('SELECT outcome FROM calls ORDER BY id')
    .all()
    .map(({ outcome }) => outcome);
const decide = async (
  page,
  decision,
  { user = 'kim', scope = 'seller', path = '/api' } = {},
) => {
  const bearer = await token(user, scope, { path });
  const id = page.split('/').at(-1);
  return shop.request('POST', `/api/refund-requests/${id}/decision`, bearer, {
    decision,
  });
};

describe('who may call', () => {
  const post = (bearer, headers = {}, method = 'tools/list', params = {}) =>
    fetch(`${shop.url}/mcp`, {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        Accept: 'application/json, text/event-stream',
        ...(bearer && { Authorization: `Bearer ${bearer}` }),
        ...headers,
      },
      body: JSON.stringify({ jsonrpc: '2.0', id: 1, method, params }),
    });

  test('without a token, the response says where to get one', async () => {
    const response = await post();
    assert.equal(response.status, 401);
    const where = /resource_metadata="([^"]+)"/.exec(
      response.headers.get('www-authenticate'),
    )[1];
    assert.ok(where.startsWith(site));
    const metadata = await (await fetch(where.replace(site, shop.url))).json();
    assert.equal(metadata.resource, `${site}/mcp`);
    assert.deepEqual(metadata.authorization_servers, ['https://login.example']);
  });

  test('a good token is accepted', async () => {
    assert.equal((await post(await token('kim', ALL))).status, 200);
  });

  for (const [what, make] of Object.entries({
    "is for the website's API": () => token('kim', ALL, { path: '/api' }),
    'has expired': () => token('kim', ALL, { expires: '-1m' }),
    'was changed': async () => `${(await token('kim', ALL)).slice(0, -4)}AAAA`,
    'is from another issuer': () =>
      token('kim', ALL, { issuer: 'https://evil.example' }),
    'is of another type, such as an ID token': () =>
      token('kim', ALL, { type: 'JWT' }),
    "doesn't name a client": () =>
      token('kim', ALL, { claims: { client_id: undefined } }),
    "doesn't name a user": () =>
      token('kim', ALL, { claims: { sub: undefined } }),
  }))
    test(`a token is refused if it ${what}`, async () => {
      assert.equal((await post(await make())).status, 401);
    });

  test('a token with the wrong scope gets 403', async () => {
    assert.equal((await post(await token('kim', 'seller'))).status, 403);
  });

  test("if the issuer's keys can't be loaded, the response is 500", async () => {
    const keys = () => Promise.reject(new TypeError('fetch failed'));
    await shop.stop();
    shop = await startShop({ keys, log() {} });
    assert.equal((await post(await token('kim', ALL))).status, 500);
  });

  for (const [host, status] of Object.entries({
    'evil.example': 403, // a page that rebinds its name to this computer
    'shop.example': 401, // the site itself, which gets as far as the token
  }))
    test(`a request with the host and origin ${host} gets ${status}`, async () => {
      const { port, hostname } = new URL(shop.url);
      for (const headers of [
        { Host: host },
        { Host: 'shop.example', Origin: `https://${host}` },
      ]) {
        const sent = request({ port, hostname, path: '/mcp', headers });
        sent.end();
        const [response] = await once(sent, 'response');
        response.resume();
        assert.equal(response.statusCode, status);
      }
    });

  for (const mode of [undefined, 'legacy'])
    test(`without the scope, a refund gets a 403 that names it: ${mode}`, async () => {
      const bearer = await token('kim', 'orders:read');
      const reader = await shop.connect(bearer, mode);
      assert.equal((await reader.listTools()).tools.length, 3);
      await assert.rejects(call('request_refund', refund(5, 1000), reader));
      assert.equal(count('refund_requests'), 0);
      assert.deepEqual(outcomes(), ['not run']);

      const response = await post(bearer, {}, 'tools/call', {
        name: 'request_refund',
        arguments: refund(5, 1000),
      });
      assert.equal(response.status, 403);
      assert.match(
        response.headers.get('www-authenticate'),
        /insufficient_scope.*scope="orders:read refunds:request"/,
      );
    });

  test('no tool shows or changes an order of another shop', async () => {
    const lou = await shop.connect(await token('lou', ALL));
    assert.match(
      await refusal('get_order', { order_id: 5 }, lou),
      /no order 5/,
    );
    assert.match(
      await refusal('request_refund', refund(5, 1000), lou),
      /no order 5/,
    );
    const { orders } = await value('search_orders', { limit: 20 }, lou);
    assert.ok(orders.every(({ id }) => id % 2 === 0));
    assert.equal(count('refund_requests'), 0);
  });

  test('a seller who was removed gets nothing, even with a valid token', async () => {
    shop.db.exec("DELETE FROM sellers WHERE id = 'kim'");
    assert.deepEqual((await value('search_orders', {})).orders, []);
    await refusal('get_order', { order_id: 5 });
    await refusal('request_refund', refund(5, 1000));
  });
});

describe('reading', () => {
  test('search filters the orders and returns no more than the limit', async () => {
    const { orders } = await value('search_orders', {
      status: 'returned',
      placed_from: '2026-11-20',
      limit: 4,
    });
    assert.equal(orders.length, 4);
    for (const order of orders) {
      assert.equal(order.status, 'returned');
      assert.ok(order.placed_on >= '2026-11-20');
    }
    assert.equal((await value('search_orders', {})).orders.length, 10);
  });

  test('the pages together contain every order once', async () => {
    const seen = [];
    let after;
    do {
      const page = await value('search_orders', { limit: 20, after_id: after });
      seen.push(...page.orders.map(({ id }) => id));
      after = page.next_after_id ?? undefined;
    } while (after);
    assert.deepEqual(
      seen,
      Array.from({ length: 500 }, (_, n) => 2 * n + 1),
    );
  });

  test('a full page is small', async () => {
    const { text } = await call('search_orders', { limit: 20 });
    assert.ok(text.length < 2500, `${text.length}`);
  });

  for (const args of [
    { state: 'returned' },
    { status: 'lost' },
    { placed_from: '2026-02-30' },
    { limit: 21 },
    { limit: '5' },
    { after_id: 1e300 },
  ])
    test(`search refuses ${JSON.stringify(args)} and names the argument`, async () => {
      const text = await refusal('search_orders', args);
      assert.ok(text.includes(Object.keys(args)[0]), text);
    });

  test('the other tools refuse unknown arguments, too', async () => {
    const args = { ...refund(5, 1000), currency: 'USD' };
    assert.match(await refusal('request_refund', args), /currency/);
    assert.match(
      await refusal('get_order', { order_id: 5, fields: 'all' }),
      /fields/,
    );
  });

  test('a result has only the fields that its schema names', async () => {
    const results = [
      await call('search_orders', {}),
      await call('get_order', { order_id: 5 }),
      await call('request_refund', refund(5, 1000)),
    ];
    assert.doesNotMatch(JSON.stringify(results), /@mail|Mill Lane|arrived/);
    assert.deepEqual(JSON.parse(results[1].text), results[1].structuredContent);
  });

  test('a long note is cut, and stays valid Unicode', async () => {
    shop.db
      .prepare('UPDATE orders SET buyer_note = ? WHERE id = 5')
      .run(`${'x'.repeat(499)}😀${'y'.repeat(1_000_000)}`);
    const { buyer_note: note } = await value('get_order', { order_id: 5 });
    assert.equal(note.length, 500);
    assert.ok(note.isWellFormed());
  });

  test('a result that is too long is refused', async () => {
    const row = shop.db.prepare('SELECT * FROM orders WHERE id = 5').get();
    const search = () => [{ ...row, status: 'x'.repeat(30_000) }];
    await start({ orders: { search } });
    assert.match(await refusal('search_orders', {}), /Ask for less/);
  });
});

describe('refunds', () => {
  test('no money moves until the seller approves', async () => {
    const asked = await value('request_refund', refund(5, 2000));
    assert.equal(asked.status, 'waiting');
    assert.equal(refunded(), 0);
    const response = await decide(asked.approval_page, 'approved');
    assert.deepEqual(await response.json(), { refunded_cents: 2000 });
    assert.equal(refunded(), 2000);
  });

  test("the agent's token can't approve", async () => {
    const { approval_page: page } = await value(
      'request_refund',
      refund(5, 2000),
    );
    const options = { scope: `${ALL} seller`, path: '/mcp' };
    assert.equal((await decide(page, 'approved', options)).status, 401);
    assert.equal((await decide(page, 'approved', { scope: ALL })).status, 403);
    assert.equal((await decide(page, 'approved', { user: 'lou' })).status, 409);
    assert.equal(refunded(), 0);
    assert.equal(
      (await value('request_refund', refund(5, 2000))).status,
      'waiting',
    );
  });

  test('a repeated call gets the same request: waiting, approved or rejected', async () => {
    const first = await value('request_refund', refund(5, 2000));
    const again = await value('request_refund', {
      ...refund(5, 2000),
      reason: 'in other words',
    });
    assert.deepEqual(again, first);
    await decide(first.approval_page, 'approved');
    assert.deepEqual(await value('request_refund', refund(5, 2000)), {
      status: 'approved',
      refund_total_cents: 2000,
      approval_page: null,
    });

    const more = await value('request_refund', refund(5, 3000));
    await decide(more.approval_page, 'rejected');
    assert.equal(
      (await value('request_refund', refund(5, 3000))).status,
      'rejected',
    );
    assert.equal(count('refund_requests'), 2);
    assert.equal(refunded(), 2000);

    await value('request_refund', refund(5, 4000)); // waits
    assert.equal(
      (await value('request_refund', refund(5, 3000))).status,
      'rejected',
    );
  });

  test('a repeated call after a lost response gets the same request', async () => {
    let lose = true;
    const client = new Client(
      { name: 'test', version: '1.0.0' },
      { versionNegotiation: { mode: { pin: '2026-07-28' } } },
    );
    const headers = { Authorization: `Bearer ${await token('kim', ALL)}` };
    await client.connect(
      new StreamableHTTPClientTransport(new URL('/mcp', shop.url), {
        requestInit: { headers },
        async fetch(url, init) {
          const response = await fetch(url, init);
          if (lose && String(init.body).includes('request_refund')) {
            lose = false;
            await response.text();
            throw new TypeError('connection reset');
          }
          return response;
        },
      }),
    );
    await assert.rejects(call('request_refund', refund(5, 2000), client));
    assert.equal(count('refund_requests'), 1);
    await value('request_refund', refund(5, 2000), client);
    assert.equal(count('refund_requests'), 1);
    await client.close();
  });

  test('what the website has refunded already counts', async () => {
    const bearer = await token('service', 'backoffice', { path: '/api' });
    await shop.request('POST', '/api/orders/5/refunds', bearer, {
      amount_cents: 2000,
    });
    const { status } = await value('request_refund', refund(5, 2000));
    assert.equal(status, 'approved');
    assert.equal(count('refund_requests'), 0);
  });

  test('another total is refused until the first is decided', async () => {
    await value('request_refund', refund(5, 2000));
    assert.match(
      await refusal('request_refund', refund(5, 2500)),
      /20\.00 EUR is waiting/,
    );
    await value('request_refund', refund(7, 2500));
  });

  test('a total that is too large or too small is refused with the limits', async () => {
    assert.match(
      await refusal('request_refund', refund(5, 5006)),
      /from 1 to 5005/,
    );
    const { approval_page: page } = await value(
      'request_refund',
      refund(5, 2000),
    );
    await decide(page, 'approved');
    assert.match(
      await refusal('request_refund', refund(5, 1000)),
      /from 2001 to 5005/,
    );
  });

  test('a fully refunded order can be refunded no further', async () => {
    const bearer = await token('service', 'backoffice', { path: '/api' });
    await shop.request('POST', '/api/orders/5/refunds', bearer, {
      amount_cents: 5005,
    });
    for (const cents of [1000, 9900])
      assert.equal(
        await refusal('request_refund', refund(5, cents)),
        'The order is fully refunded.',
      );
    const { status } = await value('request_refund', refund(5, 5005));
    assert.equal(status, 'approved');
  });

  test('two clicks at once refund once', async () => {
    const { approval_page: page } = await value(
      'request_refund',
      refund(5, 2000),
    );
    const both = [decide(page, 'approved'), decide(page, 'approved')];
    const statuses = (await Promise.all(both)).map(({ status }) => status);
    assert.deepEqual(statuses.sort(), [200, 409]);
    assert.equal(refunded(), 2000);
  });

  test('a decision is final', async () => {
    const { approval_page: page } = await value(
      'request_refund',
      refund(5, 2000),
    );
    assert.equal((await decide(page, 'rejected')).status, 200);
    assert.equal((await decide(page, 'approved')).status, 409);
    assert.equal(refunded(), 0);
  });

  test('if the order has changed since, a request can only be rejected', async () => {
    const { approval_page: page } = await value(
      'request_refund',
      refund(5, 2000),
    );
    const bearer = await token('service', 'backoffice', { path: '/api' });
    await shop.request('POST', '/api/orders/5/refunds', bearer, {
      amount_cents: 500,
    });
    assert.equal((await decide(page, 'approved')).status, 409);
    assert.equal(refunded(), 500);
    assert.equal((await decide(page, 'rejected')).status, 200);
    assert.equal(
      (await value('request_refund', refund(5, 2000))).status,
      'waiting', // a new request: the rejected one was for 20 euros, this is for 15
    );
  });

  test('the database, too, refuses a second open request and a repeated one', () => {
    const insert = (id, to, status) =>
      shop.db
        .prepare(
          "INSERT INTO refund_requests VALUES (?, 5, 0, ?, '', 'kim', ?)",
        )
        .run(id, to, status);
    insert('a', 1000, 'waiting');
    insert('b', 2000, 'rejected');
    assert.throws(() => insert('c', 3000, 'waiting'), /UNIQUE/);
    assert.throws(() => insert('d', 2000, 'approved'), /UNIQUE/);
  });

  test('five processes at once: one request for each order waits', async (t) => {
    const folder = mkdtempSync(join(tmpdir(), 'shop-'));
    t.after(() => rmSync(folder, { recursive: true }));
    const file = join(folder, 'shop.db');
    const db = open(file);
    fill(db);
    const children = await Promise.all(
      [1000, 2000, 3000, 4000, 5000].map(async (cents) => {
        const child = fork('dev/request.js', [file, cents]);
        await once(child, 'message');
        return child;
      }),
    );
    const results = children.map((child) => once(child, 'message'));
    for (const child of children) child.send('go');
    const got = (await Promise.all(results)).flatMap(([list]) => list);
    const times = Object.groupBy(got, (outcome) => outcome);
    assert.deepEqual(Object.keys(times).sort(), ['refused', 'waiting']);
    assert.equal(times.waiting.length, 100);
    db.close();
  });
});

describe('failures', () => {
  test('an internal error is logged, and the model gets no detail', async () => {
    const search = () => {
      throw new Error('connect ECONNREFUSED 10.0.0.7:5432');
    };
    await start({ orders: { search } });
    const text = await refusal('search_orders', {});
    assert.doesNotMatch(text, /ECONN|10\.0/);
    assert.match(logged[0].message, /ECONNREFUSED/);
    assert.deepEqual(outcomes(), ['failed']);
  });

  test('a call to a service that never answers ends at the deadline', async () => {
    const search = () => new Promise(() => {});
    await start({ orders: { search }, limits: { deadlineMs: 100 } });
    assert.match(await refusal('search_orders', {}), /Repeat the same call/);
    assert.deepEqual(outcomes(), ['late']);
  });

  test("a seller who calls too often has to wait, and others don't", async () => {
    await start({ limits: { callsPerMinute: 2 } });
    await value('search_orders', {});
    await value('search_orders', {});
    assert.match(await refusal('search_orders', {}), /Wait \d+ seconds/);
    const lou = await shop.connect(await token('lou', ALL));
    await value('search_orders', {}, lou);
  });

  test('unless you set another limit, that is after 60 calls', async () => {
    for (let n = 1; n <= 60; n += 1) await value('search_orders', { limit: 1 });
    assert.match(await refusal('search_orders', {}), /Wait \d+ seconds/);
  });
});

describe('the demos print what the page shows', () => {
  for (const name of ['first-try', 'throws', 'agent'])
    test(name, () => {
      const { stdout } = spawnSync(process.execPath, [`demo/${name}.js`], {
        encoding: 'utf8',
      });
      const shown = readFileSync(`demo/${name}.txt`, 'utf8');
      assert.equal(stdout, shown.replace(/^# #.*\n/gm, ''));
    });
});

describe('audit', () => {
  test('each call has a row with who, what and how it ended', async () => {
    await value('search_orders', { limit: 3 });
    await refusal('get_order', { order_id: 2 });
    await refusal('search_orders', { limit: 300 });
    await assert.rejects(call('delete_order', { order_id: 5 }));
    assert.deepEqual(outcomes(), ['ok', 'refused', 'not run', 'not run']);
    const {
      user,
      client,
      tool,
      arguments: args,
    } = shop.db.prepare('SELECT * FROM calls').get();
    assert.deepEqual(
      [user, client, tool, args],
      ['kim', 'assistant', 'search_orders', '{"limit":3}'],
    );
  });

  test('the row is written before the tool runs', async () => {
    let seen;
    const search = () => {
      seen = outcomes();
      return [];
    };
    await start({ orders: { search } });
    await value('search_orders', {});
    assert.deepEqual(seen, [null]);
  });

  test('without the audit table, no tool runs', async () => {
    shop.db.exec('DROP TABLE calls');
    await assert.rejects(call('request_refund', refund(5, 2000)));
    assert.equal(count('refund_requests'), 0);
  });

  test("if an outcome can't be written, the client still gets its result", async () => {
    shop.db.exec(
      "CREATE TRIGGER full BEFORE UPDATE ON calls BEGIN SELECT RAISE(ABORT, 'disk 7 is full'); END",
    );
    assert.equal(
      (await value('request_refund', refund(5, 2000))).status,
      'waiting',
    );
    assert.match(await refusal('get_order', { order_id: 2 }), /no order 2/);
    assert.deepEqual(outcomes(), [null, null]);
    assert.match(logged[0].message, /disk 7/);
  });

  test('a call whose name is not a string is refused and recorded', async () => {
    const response = await shop.request(
      'POST',
      '/mcp',
      await token('kim', ALL),
      {
        jsonrpc: '2.0',
        id: 1,
        method: 'tools/call',
        params: { name: { toString: 1 } },
      },
    );
    assert.ok(response.status < 500, `${response.status}`);
    assert.deepEqual(outcomes(), ['not run']);
  });

  test('several messages in one request are refused', async () => {
    const bearer = await token('kim', ALL);
    const message = {
      jsonrpc: '2.0',
      id: 1,
      method: 'tools/call',
      params: { name: 'request_refund', arguments: refund(5, 2000) },
    };
    const response = await shop.request('POST', '/mcp', bearer, [message]);
    assert.equal(response.status, 400);
    assert.equal(count('refund_requests'), 0);
  });
});

test('clients of the previous protocol revision can do the same', async () => {
  const old = await shop.connect(await token('kim', ALL), 'legacy');
  assert.equal(old.getProtocolEra(), 'legacy');
  assert.equal((await old.listTools()).tools.length, 3);
  await value('search_orders', {}, old);
  await refusal('get_order', { order_id: 2 }, old);
  await value('request_refund', refund(5, 2000), old);
  assert.deepEqual(outcomes(), ['ok', 'refused', 'ok']);
});

test('an attacker who writes every call moves no money and sees one shop', async () => {
  await start({ limits: { callsPerMinute: 1000 } });
  const texts = [];
  for (let id = 1; id <= 40; id += 1) {
    texts.push((await call('get_order', { order_id: id })).text);
    texts.push((await call('request_refund', refund(id, 5000))).text);
    texts.push((await call('search_orders', { after_id: id, limit: 20 })).text);
  }
  const { n } = shop.db
    .prepare('SELECT count(*) AS n FROM orders WHERE refunded_cents > 0')
    .get();
  assert.equal(n, 0);
  const ids = texts.join().matchAll(/"id":(\d+)/g);
  assert.ok([...ids].every(([, id]) => id % 2 === 1));
});
