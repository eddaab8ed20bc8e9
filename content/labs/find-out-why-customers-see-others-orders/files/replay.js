import { createCdn } from './cdn.js';

const requests = [
  [0, 'ada', '/products/7'],
  [5, 'ben', '/products/7'],
  [10, 'ada', '/orders'],
  [31, 'ben', '/orders'],
  [75, 'ben', '/orders'],
  [80, null, '/orders'],
];

const shown = (path, body) => {
  if (body.title) return body.title;
  return path === '/orders' ? `${body.customer}: ${body.orders.map((id) => `order ${id}`).join(', ')}` : `${body.name}, ${body.cents}`;
};

/** Replays a minute of the CDN's log with a fake clock. */
export async function replay(createShop) {
  const start = Date.UTC(2026, 0, 1, 12);
  let now = start;
  const shop = createShop({ products: { 7: { name: 'Mug', cents: 1250 } }, orders: { ada: [501], ben: [502, 503] }, carts: {} });
  const cdn = createCdn({ origin: shop, now: () => now });
  for (const [seconds, customer, path] of requests) {
    now = start + seconds * 1000;
    const headers = customer === null ? {} : { Cookie: `customer=${customer}` };
    const { isHit, response } = await cdn(new Request(`http://shop.test${path}`, { headers }));
    const body = await response.json();
    console.log(`${new Date(now).toISOString().slice(11, 19)}  ${(customer ?? '-').padEnd(3)}  ${path.padEnd(11)}  ${isHit ? 'HIT ' : 'MISS'}  ${shown(path, body)}`);
  }
}
