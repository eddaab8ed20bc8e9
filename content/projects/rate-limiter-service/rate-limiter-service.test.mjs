// Rate Limiter Service, tested from outside. Start your server, then run
//
//   BASE_URL=http://localhost:3000 node --test rate-limiter-service.test.mjs
//
// Needs Node.js 22 or later and no package. Every run creates policies of its own and removes them.
// Not tested: a second instance, a store that fails or loses its data, your client, memory, the load, the count of what
// mode observe would have refused, and the exact millisecond, which needs a clock that moves.
import { randomUUID } from 'node:crypto';
import { after, describe, it } from 'node:test';
import { call, expect } from '../kit.mjs';

const service = { authorization: 'Bearer test-service' };
const admin = { authorization: 'Bearer test-admin' };
const hour = 3_600_000;
const policies = [];
const wait = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

const put = (name, policy, headers = admin) =>
  call('PUT', `/v1/policies/${name}`, { headers, body: { mode: 'enforce', whenDown: 'allow', ...policy } });

/** A new policy: its name. */
async function newPolicy(policy) {
  const name = `t-${randomUUID().slice(0, 8)}`;
  policies.push(name);
  expect(await put(name, policy)).status(201, 'for a new policy');
  return name;
}
after(async () => {
  for (const name of policies) await call('DELETE', `/v1/policies/${name}`, { headers: admin }).catch(() => {});
});

const send = (limits, headers = service) => call('POST', '/v1/checks', { headers, body: { limits } });
const take = (policy, { key = '31', cost = 1 } = {}) => send([{ policy, key, cost }]);
const isAllowed = (response, why) => expect(response).status(200, 'for a check').field('allowed', true, why);
const isRefused = (response, why) => expect(response).status(200, 'for a check, also when the answer is no').field('allowed', false, why);
const bucket = (policy, key = '31') => call('GET', `/v1/buckets/${policy}/${encodeURIComponent(key)}`, { headers: service });
const left = async (policy, tokens, why, key) => expect(await bucket(policy, key)).status(200, 'for a bucket').field('tokens', tokens, why);

/** Asks for up to ten seconds, which a change of a policy may take. */
async function until(isReached, ask) {
  let response = await ask();
  for (const end = Date.now() + 10_000; !isReached(response) && Date.now() < end; response = await ask()) await wait(250);
  return response;
}

describe('Stage 1: One bucket', () => {
  it('PUT creates a policy, and the same PUT again changes nothing', async () => {
    const policy = { capacity: 60, perTokenMs: 100 };
    const name = await newPolicy(policy);
    const again = await put(name, policy);
    expect(again).status(200, 'for a policy that exists').field('capacity', 60).field('version', 1, 'because nothing was changed');
  });

  it('GET /v1/policies lists it', async () => {
    const name = await newPolicy({ capacity: 60, perTokenMs: 100 });
    const response = await call('GET', '/v1/policies', { headers: service });
    expect(response).status(200, 'for the list').that(response.json?.items?.some?.((policy) => policy.name === name), `the policy ${name} in "items"`);
  });

  it('a check takes a token', async () => {
    const name = await newPolicy({ capacity: 3, perTokenMs: hour });
    isAllowed(await take(name), 'for the first of three tokens').field('remaining.0.tokens', 2);
  });

  it('an empty bucket refuses, with status 200', async () => {
    const name = await newPolicy({ capacity: 2, perTokenMs: hour });
    for (const count of ['first', 'second']) isAllowed(await take(name), `for the ${count} of two tokens`);
    isRefused(await take(name), 'for the third of two tokens').field('refusedBy', { policy: name, key: '31' });
  });

  it('a refused check succeeds after retryAfterMs, and one token has come back, not all', async () => {
    const name = await newPolicy({ capacity: 3, perTokenMs: 1500 });
    isAllowed(await take(name, { cost: 3 }), 'for all three tokens');
    const response = await take(name);
    const { retryAfterMs } = response.json ?? {};
    isRefused(response).that(retryAfterMs > 0 && retryAfterMs <= 1500, 'a "retryAfterMs" from 1 to 1,500, the time for one token');
    await wait(retryAfterMs + 20);
    isAllowed(await take(name), `${retryAfterMs} ms after the refusal`);
    isRefused(await take(name), 'because only one token has come back');
  });

  it('a bucket never holds more than its capacity', async () => {
    const name = await newPolicy({ capacity: 2, perTokenMs: 50 });
    isAllowed(await take(name));
    await wait(300);
    await left(name, 2, 'after the time for six tokens');
  });

  it('a check may cost more than one token', async () => {
    const name = await newPolicy({ capacity: 5, perTokenMs: hour });
    isAllowed(await take(name, { cost: 3 }), 'for 3 of 5 tokens');
    const refused = await take(name, { cost: 3 });
    const { retryAfterMs } = isRefused(refused, 'for 3 of the 2 tokens that are left') && refused.json;
    expect(refused).that(retryAfterMs > hour - 60_000 && retryAfterMs <= hour, 'the "retryAfterMs" of the one token that is missing, an hour');
    isAllowed(await take(name, { cost: 2 }), 'for the 2 tokens that are left, which a refusal must not take');
    const empty = await take(name, { cost: 3 });
    isRefused(empty).that(empty.json.retryAfterMs > 3 * hour - 60_000, 'the "retryAfterMs" of three tokens, three hours');
  });

  it('each key has a bucket of its own', async () => {
    const name = await newPolicy({ capacity: 1, perTokenMs: hour });
    isAllowed(await take(name, { key: 'a' }));
    isAllowed(await take(name, { key: 'b' }), 'because key b has not been used');
  });

  it('looking at a bucket takes nothing', async () => {
    const name = await newPolicy({ capacity: 5, perTokenMs: hour });
    await left(name, 5, 'for a key that was never used');
    isAllowed(await take(name, { cost: 2 }));
    await left(name, 3);
    await left(name, 3, 'the second time too');
  });

  it('DELETE fills a bucket again', async () => {
    const name = await newPolicy({ capacity: 5, perTokenMs: hour });
    isAllowed(await take(name, { cost: 5 }));
    expect(await call('DELETE', `/v1/buckets/${name}/31`, { headers: admin })).status(204, 'for a bucket');
    await left(name, 5, 'after DELETE');
  });

  it('keys may have any characters', async () => {
    const name = await newPolicy({ capacity: 5, perTokenMs: hour });
    const key = 'user/ä 100%?';
    isAllowed(await take(name, { key }));
    await left(name, 4, `for the key ${key}, percent-encoded in the path`, key);
  });
});

describe('Stage 2: Refusals', () => {
  it('an unknown policy returns 404', async () => {
    expect(await take('no-such-policy')).status(404, 'for an unknown policy, which must not become "no limit"');
    expect(await bucket('no-such-policy')).status(404, 'for an unknown policy');
    for (const path of ['/v1/policies/no-such-policy', '/v1/buckets/no-such-policy/31'])
      expect(await call('DELETE', path, { headers: admin })).status(404, 'for an unknown policy');
  });

  it('a check with a known and an unknown policy returns 404 and takes nothing', async () => {
    const name = await newPolicy({ capacity: 5, perTokenMs: hour });
    const limits = [{ policy: name, key: '31', cost: 1 }, { policy: 'no-such-policy', key: '31', cost: 1 }];
    expect(await send(limits)).status(404, 'for an unknown policy next to a known one');
    await left(name, 5, 'because the check was not valid');
  });

  it('a cost below 1 or above the capacity returns 422', async () => {
    const name = await newPolicy({ capacity: 5, perTokenMs: hour });
    for (const cost of [0, -1, 6, 1.5]) expect(await take(name, { cost })).status(422, `for a cost of ${cost} with a capacity of 5`);
  });

  it('a key has 1 to 256 characters', async () => {
    const name = await newPolicy({ capacity: 5, perTokenMs: hour });
    expect(await take(name, { key: '' })).status(422, 'for an empty key');
    expect(await take(name, { key: 'k'.repeat(257) })).status(422, 'for a key of 257 characters');
    isAllowed(await take(name, { key: 'k'.repeat(256) }), 'for a key of 256 characters');
  });

  it('a check has 1 to 5 limits', async () => {
    const name = await newPolicy({ capacity: 9, perTokenMs: hour });
    const limits = (count) => Array.from({ length: count }, (_, index) => ({ policy: name, key: String(index), cost: 1 }));
    expect(await send(limits(0))).status(422, 'for no limits');
    expect(await send(limits(6))).status(422, 'for six limits');
    isAllowed(await send(limits(5)), 'for five limits');
    expect(await send([...limits(1), ...limits(1)])).status(422, 'for one bucket twice');
    for (const bad of ['all', [null], [5]]) expect(await send(bad)).status(422, `for ${JSON.stringify(bad)} as limits`);
    const headers = { ...service, 'content-type': 'application/json' };
    expect(await call('POST', '/v1/checks', { headers, body: '{"limits":' })).status(400, 'for a body that is not JSON');
  });

  it('a policy that cannot work returns 422', async () => {
    const policies = [{ capacity: 0, perTokenMs: 1 }, { capacity: 5, perTokenMs: 0 }, { capacity: 5, perTokenMs: 1, mode: 'maybe' }, { capacity: 5, perTokenMs: 1, whenDown: 'wait' }];
    for (const policy of policies) expect(await put('t-bad', policy)).status(422, `for ${JSON.stringify(policy)}`);
    expect(await put('T_Bad', { capacity: 5, perTokenMs: 1 })).status(422, 'for a name that the table does not allow');
  });

  it('without a token there is a 401, without the admin scope a 403', async () => {
    const name = await newPolicy({ capacity: 5, perTokenMs: hour });
    expect(await send([{ policy: name, key: '31', cost: 1 }], {})).status(401, 'without a token');
    expect(await call('GET', '/v1/policies')).status(401, 'without a token');
    expect(await call('GET', `/v1/buckets/${name}/31`)).status(401, 'without a token');
    const invented = { authorization: 'Bearer invented' };
    expect(await send([{ policy: name, key: '31', cost: 1 }], invented)).status(401, 'for an invented token');
    expect(await put(name, { capacity: 9, perTokenMs: 1 }, service)).status(403, 'for a service that changes a policy');
    expect(await call('DELETE', `/v1/policies/${name}`, { headers: service })).status(403, 'for a service that removes a policy');
    expect(await call('DELETE', `/v1/buckets/${name}/31`, { headers: service })).status(403, 'for a service that fills a bucket');
  });
});

describe('Stage 3: Several limits', () => {
  it('a check takes from all buckets', async () => {
    const [partner, search] = [await newPolicy({ capacity: 9, perTokenMs: hour }), await newPolicy({ capacity: 9, perTokenMs: hour })];
    isAllowed(await send([{ policy: partner, key: '31', cost: 1 }, { policy: search, key: '31', cost: 5 }]));
    await left(partner, 8);
    await left(search, 4);
  });

  it('or from none, and the refusal names the limit that was short', async () => {
    const [partner, search] = [await newPolicy({ capacity: 9, perTokenMs: hour }), await newPolicy({ capacity: 5, perTokenMs: hour })];
    isAllowed(await take(search, { cost: 3 }));
    const response = await send([{ policy: partner, key: '31', cost: 1 }, { policy: search, key: '31', cost: 5 }]);
    isRefused(response).field('refusedBy', { policy: search, key: '31' });
    await left(partner, 9, 'because a refusal changes no bucket');
    await left(search, 2, 'because a refusal changes no bucket');
  });

  it('if several are short, the longest wait counts', async () => {
    const [short, long] = [await newPolicy({ capacity: 1, perTokenMs: 60_000 }), await newPolicy({ capacity: 1, perTokenMs: hour })];
    isAllowed(await take(short));
    isAllowed(await take(long));
    const response = await send([{ policy: long, key: '31', cost: 1 }, { policy: short, key: '31', cost: 1 }]);
    isRefused(response)
      .field('refusedBy', { policy: long, key: '31' })
      .that(response.json.retryAfterMs > 60_000, 'the "retryAfterMs" of the longer wait, almost an hour');
  });

  it('of 200 checks at the same moment exactly 50 get one of 50 tokens', async () => {
    const name = await newPolicy({ capacity: 50, perTokenMs: hour });
    const all = await Promise.all(Array.from({ length: 200 }, () => take(name)));
    const won = all.filter(({ json }) => json?.allowed === true).length;
    expect(all[0]).status(200, 'for a check').that(won === 50, `"allowed": true for 50 of 200 checks at the same moment (${won} got it)`);
  });

  it('with two limits too, and no token is lost', async () => {
    const [wide, narrow] = [await newPolicy({ capacity: 100, perTokenMs: hour }), await newPolicy({ capacity: 10, perTokenMs: hour })];
    const all = await Promise.all(
      Array.from({ length: 60 }, (_, index) => {
        const limits = [{ policy: wide, key: '31', cost: 1 }, { policy: narrow, key: '31', cost: 1 }];
        return send(index % 2 ? limits : limits.reverse());
      }),
    );
    const won = all.filter(({ json }) => json?.allowed === true).length;
    expect(all[0]).status(200, 'for a check').that(won === 10, `"allowed": true for 10 of 60 checks at the same moment (${won} got it)`);
    await left(wide, 90, 'because the 50 refused checks took nothing');
  });
});

describe('Stage 4: Policies that change', () => {
  it('after a change no one waits longer than an empty bucket of the new policy needs', async () => {
    const name = await newPolicy({ capacity: 2, perTokenMs: hour });
    isAllowed(await take(name, { cost: 2 }));
    expect(await put(name, { capacity: 2, perTokenMs: 60_000 })).status(200, 'for a policy that exists').field('version', 2, 'after a change');
    const response = await until(({ json }) => json?.retryAfterMs <= 60_000, () => take(name));
    isRefused(response).that(response.json.retryAfterMs <= 60_000, '10 seconds later, a "retryAfterMs" of at most 60,000, the new time for a token');
  });

  it('a larger capacity is there at once', async () => {
    const name = await newPolicy({ capacity: 2, perTokenMs: hour });
    expect(await put(name, { capacity: 50, perTokenMs: hour })).status(200, 'for a policy that exists');
    isAllowed(await until(({ json }) => json?.allowed === true, () => take(name, { cost: 40 })), '10 seconds later, for 40 of 50 tokens');
  });

  it('mode observe refuses nothing and says what it would have done', async () => {
    const name = await newPolicy({ capacity: 1, perTokenMs: hour, mode: 'observe' });
    isAllowed(await take(name));
    isAllowed(await take(name), 'because the policy only observes').field('remaining.0.wouldAllow', false, 'for a limit that is short');
  });

  it('a limit that observes takes nothing when it is short', async () => {
    const name = await newPolicy({ capacity: 5, perTokenMs: hour, mode: 'observe' });
    isAllowed(await take(name, { cost: 3 }));
    isAllowed(await take(name, { cost: 3 }), 'because the policy only observes').field('remaining.0.tokens', 2, 'because a limit that is short takes nothing');
    await left(name, 2, 'because a limit that is short takes nothing');
  });

  it('a limit that observes keeps the others working', async () => {
    const [watched, real] = [await newPolicy({ capacity: 1, perTokenMs: hour, mode: 'observe' }), await newPolicy({ capacity: 1, perTokenMs: hour })];
    const both = () => send([{ policy: watched, key: '31', cost: 1 }, { policy: real, key: '31', cost: 1 }]);
    isAllowed(await both());
    isRefused(await both(), 'because the other limit is short').field('refusedBy', { policy: real, key: '31' });
  });

  it('a removed policy is unknown', async () => {
    const name = await newPolicy({ capacity: 5, perTokenMs: hour });
    isAllowed(await take(name, { cost: 5 }));
    expect(await call('DELETE', `/v1/policies/${name}`, { headers: admin })).status(204, 'for a policy');
    expect(await until(({ status }) => status === 404, () => take(name))).status(404, '10 seconds after the policy was removed');
    expect(await put(name, { capacity: 5, perTokenMs: hour })).status(201, 'for a policy that was removed');
    const response = await until(({ json }) => json?.tokens === 5, () => bucket(name));
    expect(response).status(200, 'for a bucket').field('tokens', 5, 'because the buckets were removed with the policy');
    expect(await call('GET', '/health')).status(200, 'while the store responds');
  });
});
