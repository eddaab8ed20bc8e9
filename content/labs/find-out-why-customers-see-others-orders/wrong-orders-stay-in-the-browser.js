// fails: Without a cookie, no one sees orders
// says: lets a browser keep the orders, so they're still shown after logging out.
import { replay } from './replay.js';

/** A response in JSON. Only what is the same for everyone may be kept by the CDN. */
function json(body, { status, isPublic, seconds } = {}) {
  const cacheControl = isPublic ? 'public, max-age=60' : seconds ? `private, max-age=${seconds}` : 'private, no-cache';
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
    if (customer === undefined) return json({ title: 'Log in first' }, { status: 401 });
    return json({ customer, [name]: lists[customer] ?? [] }, { seconds: name === 'orders' ? 60 : 0 });
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
