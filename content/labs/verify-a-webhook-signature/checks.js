import { createHmac } from 'node:crypto';

const at = 1_790_000_000;
const sign = (body, { time = at, secret = 'whsec_test_2f6c' } = {}) =>
  `t=${time},v1=${createHmac('sha256', secret).update(`${time}.${body}`).digest('hex')}`;
const post = (module, body, signature) =>
  module.fetch(new Request('http://shop.test/webhooks', { method: 'POST', body, headers: signature === undefined ? {} : { 'X-Signature': signature } }));
const body = '{ "type": "paid",  "order": 7 }';

async function refused(module, assert, text, signature, why) {
  const { status } = await post(module, text, signature);
  assert.equal(status, 401, `${why}: expected 401, found ${status}.`);
  assert.equal(module.handled.length, 0, `${why}: the event was handled all the same.`);
}

export default [
  {
    name: 'A genuine event is handled',
    async run({ module, assert }) {
      const { status } = await post(module, body, sign(body));
      assert.equal(status, 204, `The signature is right: expected 204, found ${status}. Sign the body as it arrived, blanks included.`);
      assert.deepEqual(module.handled, [{ type: 'paid', order: 7 }], `The event should be handled once. Handled: ${JSON.stringify(module.handled)}.`);
    },
  },
  {
    name: 'A forged or missing signature is refused',
    async run({ module, assert }) {
      await refused(module, assert, body, undefined, 'Without a signature');
      await refused(module, assert, body, sign(body, { secret: 'guess' }), 'Signed with another secret');
    },
  },
  {
    name: 'A changed body is refused',
    async run({ module, assert }) {
      await refused(module, assert, body.replace('7', '8'), sign(body), 'The order was changed on the way');
    },
  },
  {
    name: 'A malformed header is refused and does not crash',
    async run({ module, assert }) {
      for (const header of ['', 'v1=abc', `t=${at},v1=`, `t=${at},v1=zz`, `t=now,${sign(body)}`, `t=${at},v1=${'0'.repeat(62)}`])
        await refused(module, assert, body, header, `With the header "${header.slice(0, 30)}"`);
    },
  },
  {
    name: 'An old or future event is refused',
    async run({ module, assert }) {
      await refused(module, assert, body, sign(body, { time: at - 301 }), 'An event of 301 seconds ago');
      await refused(module, assert, body, sign(body, { time: at + 301 }), 'An event from 301 seconds ahead');
      const { status } = await post(module, body, sign(body, { time: at - 300 }));
      assert.equal(status, 204, `An event of 300 seconds ago is still fine: expected 204, found ${status}.`);
    },
  },
  {
    name: 'The time is covered by the signature',
    async run({ module, assert }) {
      const old = sign(body, { time: at - 9000 });
      await refused(module, assert, body, old.replace(/^t=\d+/, `t=${at}`), 'An old signature with a new time');
    },
  },
  {
    name: 'The comparison takes the same time wherever the difference is',
    run({ source, assert }) {
      assert.ok(/timingSafeEqual/.test(source), 'Compare the two signatures with timingSafeEqual; === stops at the first difference, and its time can be measured.');
    },
  },
];
