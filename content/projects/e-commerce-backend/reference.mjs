// A solution of the E-commerce Backend without packages: products, stock and orders in memory, without a payment provider. One
// function runs at a time, so a check and the change after it need no lock.
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { check, Problem, serve } from '../serve.mjs';

const minutes = 60_000;
const products = new Map();
const movements = new Map();
const orders = new Map();
const keys = new Map();
let lastId = 1000;
const notFound = () => new Problem(404, 'not-found', 'There is nothing at this address');

function employeeOnly({ bearer }) {
  if (bearer !== 'test-employee') throw new Problem(401, 'token', 'The token of an employee is needed');
}
const isCount = (value) => Number.isInteger(value) && value >= 1 && value <= 1_000_000;
const shown = ({ sku, title, price, available }) => ({ sku, title, price, available });

async function putProduct(context) {
  employeeOnly(context);
  const { sku } = context.params;
  const { title, price, taxRatePercent, state } = await context.json();
  check(
    ['title', typeof title === 'string' && title.trim() !== '', 'must be there'],
    ['price', Number.isInteger(price?.cents) && price.cents > 0 && /^[A-Z]{3}$/.test(price.currency), 'must be whole cents and a currency'],
    ['taxRatePercent', typeof taxRatePercent === 'number' && taxRatePercent >= 0, 'must be a number'],
    ['state', ['draft', 'on-sale'].includes(state), 'must be draft or on-sale'],
  );
  const before = products.get(sku);
  products.set(sku, { available: 0, ...before, sku, title, price, taxRatePercent, state });
  return { status: before ? 200 : 201, body: shown(products.get(sku)) };
}

async function moveStock(context) {
  employeeOnly(context);
  const { id, sku, kind, quantity } = await context.json();
  check(
    ['id', typeof id === 'string' && id !== '', 'must be there'],
    ['kind', ['received', 'written-off'].includes(kind), 'must be received or written-off'],
    ['quantity', isCount(quantity), 'must be a whole number from 1 on'],
  );
  if (movements.has(id)) return { status: 200, body: movements.get(id) };
  const product = products.get(sku);
  if (!product) throw notFound();
  const change = kind === 'received' ? quantity : -quantity;
  if (product.available + change < 0) throw new Problem(409, 'stock', 'There are not so many copies');
  product.available += change;
  movements.set(id, { id, sku, kind, quantity });
  return { status: 201, body: movements.get(id) };
}

function end(order, state) {
  if (order.state !== 'open') return;
  order.state = state;
  for (const { sku, quantity } of order.lines) products.get(sku).available += quantity;
}
setInterval(() => {
  for (const order of orders.values()) if (order.reservedUntil <= Date.now()) end(order, 'expired');
}, 1000).unref();

const shownOrder = ({ id, secret, state, lines, total, reservedUntil }) => ({
  id,
  state,
  lines,
  total,
  reservedUntil: new Date(reservedUntil).toISOString(),
  link: `/orders/${id}?secret=${secret}`,
});

async function addOrder(context) {
  const key = context.headers['idempotency-key'];
  const input = await context.json();
  if (!key) throw new Problem(400, 'idempotency-key', 'Send an Idempotency-Key');
  const digest = createHash('sha256').update(JSON.stringify(input)).digest('hex');
  const known = keys.get(key);
  if (known && known.digest !== digest) throw new Problem(422, 'key-reused', 'This key belongs to another order');
  if (known) return { status: 200, body: shownOrder(known.order) };
  const order = place(input);
  keys.set(key, { digest, order });
  return { status: 201, headers: { location: `/orders/${order.id}` }, body: shownOrder(order) };
}

function place({ email, address, lines, seenTotal }) {
  const wanted = Array.isArray(lines) ? lines : [];
  const onSale = (sku) => products.get(sku)?.state === 'on-sale';
  check(
    ['email', typeof email === 'string' && /^\S+@\S+$/.test(email), 'must be an email address'],
    ['address', typeof address === 'object' && address !== null, 'must be there'],
    ['lines', wanted.length >= 1 && wanted.length <= 50 && wanted.every((line) => isCount(line?.quantity) && line.quantity <= 5 && onSale(line.sku)), 'must be 1 to 5 copies of products on sale'],
    ['lines', new Set(wanted.map((line) => line?.sku)).size === wanted.length, 'must have each product once'],
  );
  const priced = wanted.map(({ sku, quantity }) => {
    const { title, price, taxRatePercent } = products.get(sku);
    return { sku, quantity, title, price, taxRatePercent };
  });
  const total = { cents: priced.reduce((sum, { price, quantity }) => sum + price.cents * quantity, 0), currency: priced[0].price.currency };
  if (total.cents !== seenTotal?.cents || total.currency !== seenTotal.currency) throw new Problem(409, 'total-changed', 'The total has changed', { total, seenTotal });
  const failing = wanted.filter(({ sku, quantity }) => products.get(sku).available < quantity);
  if (failing.length > 0) {
    const named = failing.map(({ sku, quantity }) => ({ sku, wanted: quantity, available: products.get(sku).available }));
    throw new Problem(409, 'sold-out', 'Some of these copies are gone', { lines: named });
  }
  for (const { sku, quantity } of wanted) products.get(sku).available -= quantity;
  const order = { id: String(++lastId), secret: randomBytes(18).toString('base64url'), state: 'open', email, address, lines: priced, total, reservedUntil: Date.now() + 15 * minutes };
  orders.set(order.id, order);
  return order;
}

/** The order of a link: a wrong secret looks like an unknown order. */
function linked({ params, query }) {
  const order = orders.get(params.id);
  const given = Buffer.from(query.get('secret') ?? '');
  const secret = Buffer.from(order?.secret ?? '');
  if (!order || given.length !== secret.length || !timingSafeEqual(given, secret)) throw notFound();
  return order;
}

/** The products after the sku in the cursor, in order of sku. */
function page({ query }) {
  const after = query.get('cursor') ?? '';
  const rest = [...products.values()].filter(({ sku, state }) => state === 'on-sale' && sku > after).sort((a, b) => (a.sku < b.sku ? -1 : 1));
  const items = rest.slice(0, 50);
  return { body: { items: items.map(shown), nextCursor: rest.length > 50 ? items.at(-1).sku : null } };
}

serve({
  'GET /products': page,
  'GET /products/{sku}': ({ params }) => {
    const product = products.get(params.sku);
    if (product?.state !== 'on-sale') throw notFound();
    return { body: shown(product) };
  },
  'POST /orders': addOrder,
  'GET /orders/{id}': (context) => ({ body: shownOrder(linked(context)) }),
  'DELETE /orders/{id}': (context) => {
    const order = linked(context);
    if (order.state === 'paid' || order.state === 'sent') throw new Problem(409, 'paid', 'The order is paid');
    end(order, 'canceled');
    return { status: 204 };
  },
  // Without a provider there is no one who could have signed an event.
  'POST /payments/events': () => {
    throw new Problem(400, 'signature', 'The event is not signed');
  },
  'PUT /admin/products/{sku}': putProduct,
  'POST /admin/stock-movements': moveStock,
  'POST /admin/orders/{id}/shipment': (context) => {
    employeeOnly(context);
    const order = orders.get(context.params.id);
    if (!order) throw notFound();
    if (order.state !== 'paid') throw new Problem(409, 'not-paid', 'The order is not paid');
    order.state = 'sent';
    return { body: shownOrder(order) };
  },
});
