async function setUp({ module, load }) {
  const { createCdn } = await load('cdn.js');
  let now = Date.UTC(2026, 5, 1);
  const data = {
    products: { 3: { name: 'Lamp', cents: 4900 }, 4: { name: 'Tray', cents: 900 } },
    orders: { chen: [11, 12], dana: [21] },
    carts: { chen: ['lamp'], dana: ['tray', 'tray'] },
  };
  const shop = module.createShop(data);
  let asked = 0;
  const origin = (request) => {
    asked += 1;
    return shop(request);
  };
  const cdn = createCdn({ origin, now: () => now });
  return {
    data,
    asked: () => asked,
    later(seconds) {
      now += seconds * 1000;
    },
    /** Asks through the CDN, as a customer or without a cookie. */
    async get(path, customer) {
      const headers = customer === undefined ? {} : { Cookie: `theme=dark; customer=${customer}` };
      const { response } = await cdn(new Request(`http://shop.test${path}`, { headers }));
      return { status: response.status, body: await response.json(), cacheControl: response.headers.get('Cache-Control') ?? '' };
    },
  };
}

/** Whether a browser may show a response again without asking. */
const isKeptByBrowser = (cacheControl) => /max-age="?0*[1-9]/u.test(cacheControl) && !/no-cache|no-store/u.test(cacheControl);

const shown = ({ status, body }) => `${status} ${JSON.stringify(body)}`;

export default [
  {
    name: 'Each page shows what it should',
    async run(context) {
      const { get } = await setUp(context);
      const cases = [['/products/3', undefined, 200, { name: 'Lamp', cents: 4900 }], ['/products/9', undefined, 404, { title: 'There is no such product' }], ['/orders', 'chen', 200, { customer: 'chen', orders: [11, 12] }], ['/nothing', 'chen', 404, { title: 'Not found' }]];
      for (const [path, customer, status, body] of cases) {
        const found = await get(path, customer);
        context.assert.equal(found.status, status, `GET ${path} should return ${status}, found ${shown(found)}.`);
        context.assert.deepEqual(found.body, body, `GET ${path} should return ${JSON.stringify(body)}, found ${shown(found)}.`);
      }
    },
  },
  {
    name: 'Product pages still come from the CDN',
    async run(context) {
      const { get, asked, later, data } = await setUp(context);
      for (const customer of ['chen', undefined, 'dana', 'emil']) await get('/products/4', customer);
      context.assert.equal(asked(), 1, `Four people asked for the same product. The shop should get one request, found ${asked()}.`);
      data.products[4] = { name: 'Tray', cents: 1000 };
      later(59);
      await get('/products/4');
      context.assert.equal(asked(), 1, `59 seconds later, the CDN should still respond itself, but the shop has now had ${asked()} requests.`);
      later(1);
      const found = await get('/products/4', 'chen');
      context.assert.equal(found.body.cents, 1000, `The tray costs 1000 now. A minute after the first request, the CDN should have the new price, found ${shown(found)}.`);
    },
  },
  {
    name: 'Each customer gets their own orders',
    async run(context) {
      const { get, later } = await setUp(context);
      for (const [customer, seconds] of [['chen', 0], ['dana', 0], ['chen', 5], ['dana', 59], ['chen', 60], ['emil', 0], ['dana', 1]]) {
        later(seconds);
        const found = await get('/orders', customer);
        context.assert.equal(found.body.customer, customer, `${customer} asked for /orders and got ${shown(found)}.`);
      }
    },
  },
  {
    name: 'Carts are kept apart too',
    async run(context) {
      const { get } = await setUp(context);
      for (const customer of ['dana', 'chen', 'dana']) {
        const found = await get('/cart', customer);
        context.assert.equal(found.body.customer, customer, `${customer} asked for /cart and got ${shown(found)}.`);
      }
      const found = await get('/cart');
      context.assert.equal(found.status, 401, `Without a cookie, /cart should get 401. Found ${shown(found)}.`);
    },
  },
  {
    name: 'Without a cookie, no one sees orders',
    async run(context) {
      const { get } = await setUp(context);
      const { cacheControl } = await get('/orders', 'chen');
      const found = await get('/orders');
      context.assert.equal(found.status, 401, `Chen asked for /orders, and then someone without a cookie did. Expected 401, found ${shown(found)}.`);
      context.assert.ok(!isKeptByBrowser(cacheControl), `/orders came with "Cache-Control: ${cacheControl}", so Chen's browser would go on showing the orders after logging out.`);
    },
  },
  {
    name: 'Logging in takes effect at once',
    async run(context) {
      const { get } = await setUp(context);
      for (const path of ['/orders', '/cart']) {
        await get(path);
        const found = await get(path, 'dana');
        context.assert.equal(found.status, 200, `Someone asked for ${path} without a cookie and got 401. Then Dana asked, with her cookie: expected 200, found ${shown(found)}.`);
      }
    },
  },
  {
    name: 'Changes are shown at once',
    async run(context) {
      const { get, data } = await setUp(context);
      await get('/cart', 'chen');
      data.carts.chen = ['lamp', 'mug'];
      const found = await get('/cart', 'chen');
      context.assert.deepEqual(found.body.cart, ['lamp', 'mug'], `Chen put a mug into the cart and looked at it again. Expected lamp and mug, found ${shown(found)}.`);
      context.assert.ok(!isKeptByBrowser(found.cacheControl), `/cart came with "Cache-Control: ${found.cacheControl}", so Chen's own browser would go on showing the old cart.`);
    },
  },
];
