// E-commerce Backend, tested from outside. Start your server, then run
//
//   BASE_URL=http://localhost:3000 node --test e-commerce-backend.test.mjs
//
// Needs Node.js 22 or later and no package. Every run creates products of its own. Raise the limit on orders per address for
// the run; otherwise you measure your 429.
// Not tested: the end of an order after 15 minutes, everything that needs a payment provider (paying, late payments, refunds,
// a provider that hangs), kill -9, the title and tax rate in an order, 304, and the query that proves the stock.
import { randomUUID } from 'node:crypto';
import { describe, it } from 'node:test';
import { call, expect } from '../kit.mjs';

const employee = { authorization: 'Bearer test-employee' };
const newSku = () => `T-${randomUUID().slice(0, 8).toUpperCase()}`;
const product = (more = {}) => ({ title: 'Tide', price: { cents: 2900, currency: 'CHF' }, taxRatePercent: 8.1, state: 'on-sale', ...more });
const put = (sku, body, headers = employee) => call('PUT', `/admin/products/${sku}`, { headers, body });
const move = (sku, quantity, { kind = 'received', id = randomUUID(), headers = employee } = {}) =>
  call('POST', '/admin/stock-movements', { headers, body: { id, sku, kind, quantity } });

/** A new product with some copies in stock. */
async function newProduct(copies, more) {
  const sku = newSku();
  expect(await put(sku, product(more))).status(201, 'for a new product');
  if (copies > 0) expect(await move(sku, copies)).status(201, 'for copies that were received');
  return sku;
}

const address = { name: 'Mo Adler', street: 'Gerbergasse 4', city: 'Basel', zip: '4001', country: 'CH' };
function order(lines, { key = randomUUID(), cents } = {}) {
  const all = Array.isArray(lines) ? lines : Object.entries(lines).map(([sku, quantity]) => ({ sku, quantity }));
  const seen = cents ?? all.reduce((sum, { quantity }) => sum + 2900 * quantity, 0);
  const body = { email: 'mo@example.com', address, lines: all, seenTotal: { cents: seen, currency: 'CHF' } };
  return call('POST', '/orders', { headers: key ? { 'idempotency-key': key } : {}, body });
}

async function newOrder(lines, options) {
  const response = await order(lines, options);
  expect(response).status(201, 'for copies that are there').that(response.json?.id && response.json.link, 'an "id" and a "link" in the order');
  return response.json;
}

const isSoldOut = (response, sku) =>
  expect(response)
    .status(409, 'for more copies than there are')
    .field('type', '/problems/sold-out')
    .that(response.json.lines?.some?.((line) => line?.sku === sku), `${sku} in "lines"`);

/** Reads a product until it has what is wanted: a cache may be 60 seconds old. */
async function until(sku, isReached) {
  let response = await call('GET', `/products/${sku}`);
  for (const end = Date.now() + 60_000; response.json?.sku && !isReached(response) && Date.now() < end; response = await call('GET', `/products/${sku}`))
    await new Promise((resolve) => setTimeout(resolve, 500));
  return response;
}
const hasAvailable = async (sku, wanted) => expect(await until(sku, ({ json }) => json.available === wanted)).field('available', wanted, 'after at most 60 seconds');

/** The products in all pages of the list. */
async function listed() {
  const items = [];
  for (let path = '/products'; ; ) {
    const response = await call('GET', path);
    expect(response).status(200, 'for the list').that(Array.isArray(response.json?.items), 'an array "items"');
    items.push(...response.json.items);
    const cursor = response.json.nextCursor;
    if (!cursor || items.length > 100_000) return { response, items };
    const next = `/products?cursor=${encodeURIComponent(cursor)}`;
    expect(response).that(next !== path, 'another cursor on each page');
    path = next;
  }
}

describe('Stage 1: Products and stock', () => {
  it('PUT /admin/products/{sku} creates a product, and changes it', async () => {
    const sku = newSku();
    expect(await put(sku, product())).status(201, 'for a new product');
    const title = 'Tide, second pressing';
    expect(await put(sku, product({ title }))).status(200, 'for a product that exists');
    expect(await until(sku, ({ json }) => json.title === title)).field('title', title, 'after at most 60 seconds');
  });

  it('a product on sale can be read', async () => {
    const sku = await newProduct(3);
    expect(await call('GET', `/products/${sku}`))
      .status(200, 'for a product on sale')
      .field('sku', sku)
      .field('title', 'Tide')
      .field('price', { cents: 2900, currency: 'CHF' });
    await hasAvailable(sku, 3);
  });

  it('the pages of GET /products have every product on sale', async () => {
    const all = [];
    for (let count = 0; count < 60; count += 1) all.push(await newProduct(0));
    for (const end = Date.now() + 60_000; ; await new Promise((resolve) => setTimeout(resolve, 500))) {
      const { response, items } = await listed();
      const missing = all.filter((sku) => !items.some((item) => item?.sku === sku && item.title === 'Tide'));
      if (missing.length === 0) break;
      expect(response).that(Date.now() < end, `all products on sale in the pages up to this one after at most 60 seconds (${missing.length} of 60 are missing)`);
    }
  });

  it('a draft and an unknown product return 404', async () => {
    const sku = await newProduct(0, { state: 'draft' });
    expect(await call('GET', `/products/${sku}`)).status(404, 'for a draft');
    expect(await call('GET', `/products/${newSku()}`)).status(404, 'for an unknown product');
    const { response, items } = await listed();
    expect(response).that(!items.some((item) => item?.sku === sku), 'no draft in "items"');
  });

  it('a price in fractions of a cent, or not above zero, returns 422', async () => {
    for (const cents of [29.5, -1, 0, '2900']) expect(await put(newSku(), product({ price: { cents, currency: 'CHF' } }))).status(422, `for ${JSON.stringify(cents)} cents`);
  });

  it('only employees change products and stock', async () => {
    for (const headers of [{}, { authorization: 'Bearer guessed' }]) {
      const when = headers.authorization ? 'with a wrong token' : 'without a token';
      expect(await put(newSku(), product(), headers)).status(401, when);
      expect(await move(newSku(), 1, { headers })).status(401, when);
    }
  });

  it('the same stock movement sent twice counts once', async () => {
    const sku = await newProduct(0);
    const id = randomUUID();
    expect(await move(sku, 5, { id })).status(201, 'for a new movement');
    expect(await move(sku, 5, { id })).status(200, 'for the same movement again');
    await hasAvailable(sku, 5);
    for (const quantity of [0, -3]) expect(await move(sku, quantity)).status(422, `for ${quantity} copies that were received`);
  });

  it('more copies than there are cannot be written off', async () => {
    const sku = await newProduct(2);
    expect(await move(sku, 3, { kind: 'written-off' })).status(409, 'for three of two copies');
    expect(await move(sku, 2, { kind: 'written-off' })).status(201, 'for two of two copies');
    expect(await move(newSku(), 1)).status(404, 'for an unknown product');
    await hasAvailable(sku, 0);
  });
});

describe('Stage 2: Orders', () => {
  it('POST /orders returns 201 with total, state and the end of the reservation', async () => {
    const [lp, single] = [await newProduct(2), await newProduct(2, { price: { cents: 1100, currency: 'CHF' } })];
    const response = await order({ [lp]: 1, [single]: 2 }, { cents: 5100 });
    const minutes = (Date.parse(response.json?.reservedUntil) - Date.now()) / 60_000;
    expect(response)
      .status(201, 'for copies that are there')
      .field('state', 'open')
      .field('total', { cents: 5100, currency: 'CHF' })
      .that(minutes > 14 && minutes < 16, 'a moment in 15 minutes in "reservedUntil"')
      .that(/\/orders\/.+\?secret=.{16,}/u.test(response.json.link), 'a "link" with a secret of 16 characters or more');
  });

  it('the link leads to the order, a wrong secret to the 404 of an unknown one', async () => {
    const { id, link } = await newOrder({ [await newProduct(1)]: 1 });
    expect(await call('GET', link)).status(200, 'for the link of the order').field('id', id).field('state', 'open');
    const unknown = /^\d+$/u.test(id) ? '999999999' : `${id}`.replace(/.$/u, (last) => (last === '0' ? '1' : '0'));
    // Paths, times and the like may differ.
    const told = ({ json, text }, name) => (JSON.stringify(json, ['type', 'title', 'detail', 'error', 'code', 'message']) ?? text).replaceAll(new RegExp(`\\b${name}\\b`, 'gu'), '…');
    const missing = await call('GET', `/orders/${unknown}?secret=wrong`);
    expect(missing).status(404, 'for an unknown order');
    const { link: strange } = await newOrder({ [await newProduct(1)]: 1 });
    for (const query of ['?secret=wrong', '', strange.slice(strange.indexOf('?'))]) {
      const response = await call('GET', `/orders/${id}${query}`);
      expect(response).status(404, 'without the right secret').that(told(response, id) === told(missing, unknown), `the body of an unknown order: ${missing.text}`);
      expect(await call('DELETE', `/orders/${id}${query}`)).status(404, 'without the right secret');
    }
    expect(await call('GET', link)).field('state', 'open', 'because no one with the secret has canceled it');
  });

  it('the same key and body return the first order', async () => {
    const sku = await newProduct(1);
    const key = randomUUID();
    const { id } = await newOrder({ [sku]: 1 }, { key });
    expect(await order({ [sku]: 1 }, { key })).status(200, 'for a key that was used, although no copy is left').field('id', id, 'as the first time');
    expect(await order({ [sku]: 2 }, { key })).status(422, 'for a key that was used with another body');
  });

  it('an order without a key returns 400', async () => {
    expect(await order({ [await newProduct(1)]: 1 }, { key: '' })).status(400, 'without Idempotency-Key');
  });

  it('a line with no copies, half a copy, six copies or an unknown product returns 422', async () => {
    const sku = await newProduct(9);
    for (const quantity of [0, -1, 0.5, 6]) expect(await order({ [sku]: quantity })).status(422, `for the quantity ${quantity}`);
    expect(await order({ [newSku()]: 1 })).status(422, 'for an unknown product');
    expect(await order({ [await newProduct(1, { state: 'draft' })]: 1 })).status(422, 'for a product that is not on sale yet');
    expect(await order({})).status(422, 'for no lines');
    expect(await order([{ sku, quantity: 5 }, { sku, quantity: 5 }])).status(422, 'for two lines with one product');
  });

  it('another total than the one that was seen returns 409 and reserves nothing', async () => {
    const sku = await newProduct(1);
    const response = await order({ [sku]: 1 }, { cents: 2500 });
    expect(response)
      .status(409, 'for a price that has changed')
      .that(/2500/u.test(response.text) && /2900/u.test(response.text), 'both totals in the problem, 2500 and 2900');
    expect(await order({ [sku]: 1 })).status(201, 'for the only copy, which the refused order must not keep');
  });

  it('more copies than there are return 409 and name the line', async () => {
    const sku = await newProduct(1);
    isSoldOut(await order({ [sku]: 2 }), sku);
  });

  it('an order with one line that is sold out reserves nothing', async () => {
    const [there, gone, few] = [await newProduct(1), await newProduct(0), await newProduct(1)];
    const response = await order({ [there]: 1, [gone]: 1, [few]: 2 });
    for (const sku of [gone, few]) isSoldOut(response, sku);
    expect(response).that(response.json.lines.length === 2, `only the lines that fail in "lines", ${gone} and ${few}`);
    expect(await order({ [there]: 1 })).status(201, 'for the only copy, which the refused order must not keep');
  });

  it('an order keeps its price when the product gets more expensive', async () => {
    const sku = await newProduct(2);
    const { link } = await newOrder({ [sku]: 1 });
    expect(await put(sku, product({ price: { cents: 3900, currency: 'CHF' } }))).status(200, 'for a product that exists');
    expect(await call('GET', link)).field('total', { cents: 2900, currency: 'CHF' }, 'as it was when the order was placed');
    expect(await order({ [sku]: 1 }, { cents: 3900 })).status(201, 'for the other copy at the new price');
  });

  it('a canceled order gives its copies back, once', async () => {
    const sku = await newProduct(1);
    const { link } = await newOrder({ [sku]: 1 });
    const all = await Promise.all(Array.from({ length: 5 }, () => call('DELETE', link)));
    for (const response of [...all, await call('DELETE', link)]) expect(response).status(204, 'for canceling an unpaid order, five times at once and then again');
    expect(await order({ [sku]: 1 })).status(201, 'for the copy of the canceled order');
    isSoldOut(await order({ [sku]: 1 }), sku);
  });

  it('an order that was canceled says so', async () => {
    const { link } = await newOrder({ [await newProduct(1)]: 1 });
    await call('DELETE', link);
    expect(await call('GET', link)).status(200, 'for the link of the order').field('state', 'canceled');
  });

  const count = (responses, status) => responses.filter((response) => response.status === status).length;

  it('of 60 orders for the last 20 copies exactly 20 succeed', async () => {
    const sku = await newProduct(20);
    const all = await Promise.all(Array.from({ length: 60 }, () => order({ [sku]: 1 })));
    const [won, lost] = [count(all, 201), count(all, 409)];
    for (const response of all) if (response.status === 409) isSoldOut(response, sku);
    expect(all[0]).that(won === 20 && lost === 40, `201 for 20 and 409 for 40 of 60 orders at the same moment (they got ${won} and ${lost})`);
    await hasAvailable(sku, 0);
  });

  it('orders with the same products in opposite order do not block each other', async () => {
    const [a, b] = [await newProduct(100), await newProduct(100)];
    const all = await Promise.all(Array.from({ length: 40 }, (_, index) => order(index % 2 ? { [a]: 1, [b]: 1 } : { [b]: 1, [a]: 1 })));
    const strange = all.find(({ status }) => status !== 201);
    expect(strange ?? all[0]).status(201, 'for each of 40 orders, because there are copies for all');
  });

  it('two requests with one key at the same moment make one order', async () => {
    const sku = await newProduct(2);
    const key = randomUUID();
    const both = await Promise.all([order({ [sku]: 1 }, { key }), order({ [sku]: 1 }, { key })]);
    const ids = both.map(({ json }) => json?.id);
    expect(both[1]).that(ids[0] !== undefined && ids[0] === ids[1], `the same order for both requests (they got ${ids.join(' and ')})`);
    await hasAvailable(sku, 1);
  });
});

describe('Stage 3: Paying', () => {
  it('an event that no one signed returns 400 and pays nothing', async () => {
    const { id, link } = await newOrder({ [await newProduct(1)]: 1 });
    expect(await call('POST', '/payments/events', { body: { type: 'payment.succeeded', order: id } })).status(400, 'for an unsigned event');
    expect(await call('GET', link)).status(200, 'for the link of the order').field('state', 'open', 'because no provider has said that it is paid');
  });

  it('an order that is not paid cannot be sent', async () => {
    const { id } = await newOrder({ [await newProduct(1)]: 1 });
    const ship = (headers) => call('POST', `/admin/orders/${id}/shipment`, { headers });
    expect(await ship(employee)).status(409, 'for an order that is not paid');
    expect(await ship({})).status(401, 'without a token');
  });
});
