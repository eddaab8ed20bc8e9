import { inspect } from 'node:util';

const own = 'https://bank.test';
const make = (headers = {}, method = 'POST') => new Request(`${own}/transfer`, { method, headers });
const words = (headers) => Object.entries(headers).map(([name, value]) => `${name}: ${value}`).join(', ') || 'neither header';

function expect(module, assert, headers, forged, method = 'POST') {
  const found = module.isForged(make(headers, method), own);
  assert.equal(found, forged, `${method} with ${words(headers)} ${forged ? 'is forged' : 'is fine'}, and isForged gave ${inspect(found)}.`);
}

export default [
  {
    name: 'Methods that only read are let through',
    run({ module, assert }) {
      for (const method of ['GET', 'HEAD', 'OPTIONS']) expect(module, assert, { 'Sec-Fetch-Site': 'cross-site', Origin: 'https://prize.example' }, false, method);
    },
  },
  {
    name: 'A post from another site is forged, and one from your own site is not',
    run({ module, assert }) {
      expect(module, assert, { 'Sec-Fetch-Site': 'cross-site', Origin: 'https://prize.example' }, true);
      expect(module, assert, { 'Sec-Fetch-Site': 'same-origin', Origin: own }, false);
      for (const method of ['PUT', 'PATCH', 'DELETE']) expect(module, assert, { 'Sec-Fetch-Site': 'cross-site' }, true, method);
    },
  },
  {
    name: 'A request that no page started is let through',
    run({ module, assert }) {
      expect(module, assert, { 'Sec-Fetch-Site': 'none' }, false);
      expect(module, assert, { 'Sec-Fetch-Site': 'none', Origin: 'https://prize.example' }, false);
      expect(module, assert, { 'Sec-Fetch-Site': 'cross-site', Origin: own }, true);
      expect(module, assert, { 'Sec-Fetch-Site': 'unknown', Origin: own }, true);
      expect(module, assert, { 'Sec-Fetch-Site': '', Origin: own }, true);
    },
  },
  {
    name: 'Another subdomain is another origin',
    run({ module, assert }) {
      expect(module, assert, { 'Sec-Fetch-Site': 'same-site' }, true);
      expect(module, assert, { Origin: 'https://blog.bank.test' }, true);
    },
  },
  {
    name: 'Older browsers are judged by Origin',
    run({ module, assert }) {
      expect(module, assert, { Origin: own }, false);
      expect(module, assert, { Origin: 'https://prize.example' }, true);
      expect(module, assert, { Origin: 'http://bank.test' }, true);
      expect(module, assert, { Origin: 'https://bank.test.prize.example' }, true);
      expect(module, assert, { Origin: 'null' }, true);
      expect(module, assert, { Origin: 'https://bank.test:8443' }, true);
      expect(module, assert, { Origin: 'https://xbank.test' }, true);
      expect(module, assert, { Origin: 'https://prize.example' }, true, 'DELETE');
      const other = module.isForged(make({ Origin: own }), 'https://shop.test');
      assert.equal(other, true, `For the site https://shop.test, a POST with Origin ${own} is forged, and isForged gave ${other}.`);
    },
  },
  {
    name: 'Programs other than browsers are let through',
    run({ module, assert }) {
      expect(module, assert, {}, false);
      expect(module, assert, { Referer: 'https://prize.example/', Cookie: 'session=1' }, false);
    },
  },
  {
    name: 'A forged request gets 403 and does not move any money',
    async run({ module, assert }) {
      let transfers = 0;
      const handle = module.protect(async () => {
        transfers += 1;
        return new Response('done');
      }, own);
      const answer = handle(make({ 'Sec-Fetch-Site': 'cross-site', Origin: 'https://prize.example' }));
      assert.ok(answer instanceof Promise, 'protect should return an async function, but for a forged request, it did not return a promise.');
      const response = await answer;
      assert.equal(response.status, 403, `Expected 403 for the forged form, found ${response.status}.`);
      assert.equal(transfers, 0, 'The forged request moved money.');
      const good = await handle(make({ 'Sec-Fetch-Site': 'same-origin', Origin: own }));
      assert.equal(good?.status, 200, `A post of the bank's own page should give the answer of transfer, with status 200, found ${good?.status ?? good}.`);
      const text = await good.text();
      assert.equal(text, 'done', `The answer of transfer should arrive: expected "done", found "${text}".`);
      assert.equal(transfers, 1, "The bank's own form should move money once.");
    },
  },
];
