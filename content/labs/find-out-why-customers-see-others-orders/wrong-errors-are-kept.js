// fails: Logging in takes effect at once
// says: keeps the orders out of the cache, but not the response that asks for a login.
import { replay } from './replay.js';

/** A response in JSON. Only what is the same for everyone may be kept by the CDN. */
function json(body, { status, isPublic } = {}) {
  const cacheControl = isPublic ? 'public, max-age=60' : 'private, no-cache';
  return Response.json(body, { status, headers: { 'Cache-Control': cacheControl } });
}

/** The name of the customer who is logged in, or undefined. */
function customerOf(request) {
  return /(?:^|; )customer=(\w+)/u.exec(request.headers.get('Cookie') ?? '')?.[1];
}

export function createShop({ products, orders, carts }) {
  function showProduct(id) {
    const product = products[id];
    if (product === undefined) return json({ title: 'There is no such product' }, { status: 404 });
    return json(product, { isPublic: true });
  }

  function showOwn(request, name, lists) {
    const customer = customerOf(request);
    if (customer === undefined) return json({ title: 'Log in first' }, { status: 401, isPublic: true });
    return json({ customer, [name]: lists[customer] ?? [] });
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
