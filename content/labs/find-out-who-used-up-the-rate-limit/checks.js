const trustedProxies = ['10.0.0.9', '10.0.0.10'];

function setUp(module) {
  let now = Date.UTC(2026, 4, 1, 8);
  const api = module.createApi({ now: () => now, trustedProxies });
  return {
    later: (seconds) => {
      now += seconds * 1000;
    },
    /** The statuses of one request for each of these headers. */
    async send(peer, ...headers) {
      const statuses = [];
      for (const header of headers) {
        const request = new Request('http://api.test/', header === null ? {} : { headers: { 'X-Forwarded-For': header } });
        statuses.push((await api(request, { peer })).status);
      }
      return statuses.join(' ');
    },
  };
}

const times = (count, value) => Array.from({ length: count }, () => value);

export default [
  {
    name: 'Clients behind the proxy have their own limits',
    async run({ module, assert }) {
      const { send } = setUp(module);
      assert.equal(await send('10.0.0.9', ...times(3, '203.0.113.1')), '200 200 200', 'Three requests of 203.0.113.1 came through the proxy 10.0.0.9, and all should get 200.');
      const found = await send('10.0.0.9', ...times(3, '203.0.113.2'));
      assert.equal(found, '200 200 200', `Then three requests from 203.0.113.2 came through the same proxy. Expected 200 200 200, found ${found}.`);
    },
  },
  {
    name: 'Each client behind the proxy is limited',
    async run({ module, assert }) {
      const { send, later } = setUp(module);
      const statuses = [];
      for (let n = 0; n < 5; n += 1) {
        statuses.push(await send('10.0.0.9', '203.0.113.1'));
        later(10);
      }
      const found = statuses.join(' ');
      assert.equal(found, '200 200 200 429 429', `Five requests of one client in a minute: expected 200 200 200 429 429, found ${found}.`);
      const other = await send('10.0.0.10', '203.0.113.1');
      assert.equal(other, '429', `The sixth came through the other proxy, 10.0.0.10: expected 429, found ${other}.`);
      later(10);
      const next = await send('10.0.0.9', '203.0.113.1');
      assert.equal(next, '200', `In the next minute: expected 200, found ${next}.`);
    },
  },
  {
    name: 'Clients without a proxy are counted by their connection',
    async run({ module, assert }) {
      const { send } = setUp(module);
      const found = await send('198.51.100.4', ...times(4, null));
      assert.equal(found, '200 200 200 429', `Four requests without the header came directly from 198.51.100.4: expected 200 200 200 429, found ${found}.`);
      const proxy = await send('10.0.0.9', ...times(4, null));
      assert.equal(proxy, '200 200 200 429', `Four requests without the header came from the proxy itself: expected 200 200 200 429, found ${proxy}.`);
      const other = await send('10.0.0.10', null);
      assert.equal(other, '200', `Then the other proxy, 10.0.0.10, sent its first request, also without the header: expected 200, found ${other}.`);
    },
  },
  {
    name: "A client can't claim other addresses",
    async run({ module, assert }) {
      const { send } = setUp(module);
      const headers = [1, 2, 3, 4].map((n) => `9.9.9.${n}, 203.0.113.7`);
      const found = await send('10.0.0.9', ...headers);
      assert.equal(found, '200 200 200 429', `203.0.113.7 sent four requests with a header of its own, to which the proxy appended the real address. Expected 200 200 200 429, found ${found}.`);
      const rest = await send('10.0.0.9', '203.0.113.7', '10.0.0.10, 203.0.113.7', ' 203.0.113.8,203.0.113.7 ', ', 203.0.113.7');
      assert.equal(rest, '429 429 429 429', `Then it sent four more requests with other headers: expected 429 four times, found ${rest}.`);
      const victim = await send('10.0.0.9', '9.9.9.1');
      assert.equal(victim, '200', `9.9.9.1 itself hasn't sent anything yet: expected 200, found ${victim}.`);
    },
  },
  {
    name: "A header that doesn't come from a proxy is ignored",
    async run({ module, assert }) {
      const { send } = setUp(module);
      for (const peer of ['198.51.100.4', '10.0.0.1']) {
        const found = await send(peer, '1.1.1.1', '1.1.1.2', '10.0.0.9', '1.1.1.3, 10.0.0.9');
        assert.equal(found, '200 200 200 429', `${peer} isn't a proxy, and it sent four requests with different headers: expected 200 200 200 429, found ${found}.`);
      }
      const victim = await send('10.0.0.9', ...times(3, '1.1.1.1'));
      assert.equal(victim, '200 200 200', `1.1.1.1 itself hasn't sent anything yet: expected 200 three times, found ${victim}.`);
    },
  },
  {
    name: 'The client is found behind two proxies in a row',
    async run({ module, assert }) {
      const { send } = setUp(module);
      const found = await send('10.0.0.9', ...times(2, '203.0.113.1, 10.0.0.10'), ...times(2, '203.0.113.1'));
      assert.equal(found, '200 200 200 429', `203.0.113.1 sent two requests through 10.0.0.10 and then 10.0.0.9, and two through 10.0.0.9 only: expected 200 200 200 429, found ${found}.`);
      const claimed = await send('10.0.0.9', '7.7.7.7, 203.0.113.1, 10.0.0.10');
      assert.equal(claimed, '429', `Then it sent another through both proxies, with 7.7.7.7 in a header of its own: expected 429, found ${claimed}.`);
      const other = await send('10.0.0.9', '203.0.113.2, 10.0.0.10', '203.0.113.3,10.0.0.10');
      assert.equal(other, '200 200', `Two other clients came through the same proxies: expected 200 200, found ${other}.`);
    },
  },
];
