// fails: Changes are shown at once
// says: lets a customer's own browser keep a cart for a while.
import { replay } from './replay.js';

/** A response in JSON, which the CDN may keep to take load off the shop. */
function json(body, { status, own } = {}) {
  if (own) return Response.json(body, { status, headers: { 'Cache-Control': 'private, max-age=60' } });
  return Response.json(body, { status, headers: { 'Cache-Control': 'public, max-age=60' } });
}

/** The name of the customer who is logged in, or undefined. */
function customerOf(request) {
  return /(?:^|; )customer=(\w+)/u.exec(request.headers.get('Cookie') ?? '')?.[1];
}

export function createShop({ products, orders, carts }) {
  function showProduct(id) {
    const product = products[id];
    if (product === undefined) return json({ title: 'There is no such product' }, { status: 404 });
    return json(product);
  }

  function showOwn(request, name, lists) {
    const customer = customerOf(request);
    if (customer === undefined) return json({ title: 'Log in first' }, { status: 401, own: true });
    return json({ customer, [name]: lists[customer] ?? [] }, { own: true });
  }

  return async function handle(request) {
    const { pathname } = new URL(request.url);
    const [, page, id] = pathname.split('/');
    if (page === 'products') return showProduct(id);
    if (page === 'orders') return showOwn(request, 'orders', orders);
    if (page === 'cart') return showOwn(request, 'cart', carts);
    return json({ title: 'Not found' }, { status: 404 });
  };
}

await replay(createShop);
