import { createHmac } from 'node:crypto';

const at = 1_790_000_000;
const sign = (body, { time = at, secret = 'whsec_test_2f6c' } = {}) =>
  `t=${time},v1=${createHmac('sha256', secret).update(`${time}.${body}`).digest('hex')}`;
const post = (module, body, signature) =>
  module.fetch(new Request('http://shop.test/webhooks', { method: 'POST', body, headers: signature === undefined ? {} : { 'X-Signature': signature } }));
const body = '{ "type": "paid",  "order": 7 }';

async function refused({ module, load, assert }, text, signature, why) {
  let status;
  try {
    ({ status } = await post(module, text, signature));
  } catch (error) {
    assert.fail(`${why}: expected 401, and the handler threw ${error?.message ?? error}.`);
  }
  assert.equal(status, 401, `${why}: expected 401, found ${status}.`);
  const { handled } = await load('provider.js');
  assert.equal(handled.length, 0, `${why}: the event was handled anyway.`);
}

export default [
  {
    name: 'A genuine event is handled',
    async run({ module, load, assert }) {
      const { status } = await post(module, body, sign(body));
      assert.equal(status, 204, `The signature is right: expected 204, found ${status}. Sign the body as it arrived, including spaces.`);
      const { handled } = await load('provider.js');
      assert.deepEqual(handled, [{ type: 'paid', order: 7 }], `The event should be handled once. Handled: ${JSON.stringify(handled)}.`);
      for (const text of ['{"type":"refunded","order":8}', '{"name":"Zoë ☕"}', '{}']) {
        const { status } = await post(module, text, sign(text));
        assert.equal(status, 204, `The body ${text} has a right signature: expected 204, found ${status}.`);
        assert.deepEqual(handled.at(-1), JSON.parse(text), `The event ${text} should be handled. Handled: ${JSON.stringify(handled)}.`);
      }
    },
  },
  {
    name: 'A forged or missing signature is refused',
    async run(context) {
      await refused(context, body, undefined, 'Without a signature');
      await refused(context, body, sign(body, { secret: 'guess' }), 'Signed with another secret');
      await refused(context, body, sign(body, { secret: '' }), 'Signed with an empty secret');
      await refused(context, body, `t=${at},v1=`, 'With an empty signature');
      const [head, hex] = sign(body).split('v1=');
      const wrong = (place) => `${head}v1=${hex.slice(0, place)}${hex[place] === '0' ? '1' : '0'}${hex.slice(place + 1)}`;
      for (const place of [0, 31, 63]) await refused(context, body, wrong(place), `With a wrong character at place ${place + 1} of the signature`);
    },
  },
  {
    name: 'A changed body is refused',
    async run(context) {
      await refused(context, body.replace('7', '8'), sign(body), 'The order was changed on the way');
      await refused(context, body.replaceAll(' ', ''), sign(body), 'The spaces were removed on the way');
      await refused(context, `${body} `, sign(body), 'A blank was added at the end');
    },
  },
  {
    name: 'A malformed header is refused and does not crash',
    async run(context) {
      const hex = sign(body).split('v1=')[1];
      for (const header of ['', 'v1=abc', `t=${at},v1=`, `t=${at},v1=zz`, `t=now,v1=${hex}`, `t=${at},v1=${'0'.repeat(62)}`, `v1=${hex}`, `t=,v1=${hex}`, `t=${at};v1=${hex}`, `t=${at},v1=${hex.slice(0, 32)}`, `t=${at},v1=${hex}00`, `t=${at},v1=${hex}z`, `x${sign(body)}`, hex])
        await refused(context, body, header, `With the header "${header.slice(0, 30)}"`);
    },
  },
  {
    name: 'An old or future event is refused',
    async run(context) {
      await refused(context, body, sign(body, { time: at - 301 }), 'An event of 301 seconds ago');
      await refused(context, body, sign(body, { time: at + 301 }), 'An event from 301 seconds ahead');
      await refused(context, body, sign(body, { time: 0 }), 'An event of 1970');
      for (const time of [at - 300, at + 300, at - 1]) {
        const { status } = await post(context.module, body, sign(body, { time }));
        context.assert.equal(status, 204, `An event ${Math.abs(time - at)} seconds away is fine: expected 204, found ${status}.`);
      }
    },
  },
  {
    name: 'The time is covered by the signature',
    async run(context) {
      const old = sign(body, { time: at - 9000 });
      await refused(context, body, old.replace(/^t=\d+/, `t=${at}`), 'An old signature with a new time');
    },
  },
  {
    name: 'The comparison takes the same time wherever the difference is',
    run({ source, assert }) {
      const code = source.replaceAll(/\/\/.*|\/\*[\s\S]*?\*\//g, '');
      assert.ok(/timingSafeEqual\(/.test(code), 'Compare the two signatures with timingSafeEqual; === stops at the first difference, and its time can be measured.');
    },
  },
];
