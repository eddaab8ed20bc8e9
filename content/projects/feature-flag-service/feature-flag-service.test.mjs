// Feature Flag Service, tested from outside. Start your server, then run
//
//   BASE_URL=http://localhost:3000 node --test feature-flag-service.test.mjs
//
// Needs Node.js 22 or later and no package. Every run creates flags of its own in the environment production, and archives them.
// Not tested: your client library and what it does without the service, what the database refuses to its own role, the number of
// queries, and flags that are due for removal.
import { createHash, randomUUID } from 'node:crypto';
import { after, describe, it } from 'node:test';
import { base, call, expect } from '../kit.mjs';

const operator = { authorization: 'Bearer test-operator' };
const reader = { authorization: 'Bearer test-reader' };
const client = { authorization: 'Bearer test-client' };
const env = '/v1/envs/production';
const reason = 'Terminals fail at pier north';
const flag = (more = {}) => ({
  type: 'boolean',
  variants: { yes: true, no: false },
  on: true,
  off: 'no',
  salt: 'cash-only',
  rules: [{ if: [{ attr: 'pier', op: 'in', values: ['north'] }], then: 'yes' }],
  reason,
  ...more,
});
const keys = [];
const put = (key, body, condition = {}, headers = operator) => call('PUT', `${env}/flags/${key}`, { headers: { ...headers, ...condition }, body });
const get = (key) => call('GET', `${env}/flags/${key}`, { headers: reader });

/** Creates a flag: its key. */
async function newFlag(more) {
  const key = `t-${randomUUID().slice(0, 8)}`;
  keys.push(key);
  const response = await put(key, flag(more), { 'if-none-match': '*' });
  expect(response).status(201, 'for a new flag').header('ETag', /^"1"$/, 'to be "1"');
  return key;
}
const change = (key, version, more) => put(key, flag(more), { 'if-match': `"${version}"` });
const explain = (key, context) => call('POST', `${env}/explain`, { headers: reader, body: { flag: key, context } });
const gives = async (key, context, value, why) => expect(await explain(key, context)).status(200, 'for a flag').field('value', value, why);
after(async () => {
  for (const key of keys) {
    const { headers } = await get(key).catch(() => ({ headers: new Headers() }));
    await call('DELETE', `${env}/flags/${key}`, { headers: { ...operator, 'if-match': headers.get('etag') ?? '' } }).catch(() => {});
  }
});

/** Where an id stands between 0 and 100, as the page says. */
const place = (salt, id) => (createHash('sha256').update(`${salt}:${id}`).digest().readUInt32BE(0) / 2 ** 32) * 100;

describe('Stage 1: Evaluate', () => {
  it('the first rule that matches decides', async () => {
    const key = await newFlag();
    await gives(key, { id: 'p7', pier: 'north' }, true, 'for a context that a rule matches');
    await gives(key, { id: 'p7', pier: 'south' }, false, 'for a context that no rule matches');
    const north = [{ attr: 'pier', op: 'in', values: ['south', 'north'] }];
    const twice = await newFlag({ rules: [{ if: north, then: 'yes' }, { if: north, then: 'no' }] });
    await gives(twice, { id: 'p7', pier: 'north' }, true, 'because the first of two rules that match decides');
  });

  it('a flag that is off gives its off variant', async () => {
    await gives(await newFlag({ on: false }), { id: 'p7', pier: 'north' }, false, 'because the flag is off');
  });

  it('a context without the attribute does not match', async () => {
    await gives(await newFlag(), { id: 'p7' }, false, 'for a context without pier');
    const key = await newFlag({ rules: [{ if: [{ attr: 'pier', op: 'not-in', values: ['north'] }], then: 'yes' }] });
    await gives(key, { id: 'p7', pier: 'south' }, true, 'for a pier that is not in the list');
    await gives(key, { id: 'p7' }, false, 'for a context without pier, although "not-in" might look true');
    await gives(await newFlag({ rules: [{ if: [], share: 99, then: 'yes' }] }), {}, false, 'for a share and a context without id');
    const inherited = [{ if: [{ attr: 'constructor', op: 'not-in', values: ['x'] }], then: 'yes' }];
    await gives(await newFlag({ rules: inherited }), { id: 'p7' }, false, 'for a context without the attribute "constructor"');
  });

  it('all conditions of a rule have to match', async () => {
    const rules = [{ if: [{ attr: 'pier', op: 'in', values: ['north'] }, { attr: 'trips', op: 'gte', values: [10] }], then: 'yes' }];
    const key = await newFlag({ rules });
    await gives(key, { id: 'p', pier: 'north', trips: 10 }, true, 'for 10 trips');
    await gives(key, { id: 'p', pier: 'north', trips: 9 }, false, 'for 9 trips');
    await gives(key, { id: 'p', pier: 'north', trips: '10' }, false, 'for the text "10", which is no number');
    const few = await newFlag({ rules: [{ if: [{ attr: 'trips', op: 'lte', values: [10] }], then: 'yes' }] });
    await gives(few, { id: 'p', trips: 10 }, true, 'for 10 trips and lte');
    await gives(few, { id: 'p', trips: 11 }, false, 'for 11 trips and lte');
    await gives(few, { id: 'p', trips: '9' }, false, 'for the text "9", which is no number');
  });

  it('a flag may have texts as values', async () => {
    const key = await newFlag({ type: 'string', variants: { old: 'grid', new: 'deck-plan' }, off: 'old', rules: [{ if: [], then: 'new' }] });
    await gives(key, { id: 'p7' }, 'deck-plan', 'for a rule without conditions');
  });

  it('explain shows which rules matched', async () => {
    const rules = [
      { if: [{ attr: 'pier', op: 'in', values: ['south'] }], then: 'no' },
      { if: [{ attr: 'pier', op: 'in', values: ['north'] }], then: 'yes' },
    ];
    const response = await explain(await newFlag({ rules }), { id: 'p7', pier: 'north' });
    expect(response).status(200, 'for a flag').field('variant', 'yes').field('rules.0.matched', false).field('rules.1.matched', true);
  });

  it('a share covers the ids that the hash puts below it', async () => {
    const salt = randomUUID();
    const key = await newFlag({ salt, rules: [{ if: [], share: 20, then: 'yes' }] });
    for (let count = 0; count < 30; count += 1) {
      const id = `passenger-${count}`;
      await gives(key, { id }, place(salt, id) < 20, `for ${id}, whose place is ${place(salt, id).toFixed(2)} of 100`);
    }
  });

  it('a share of 0 covers no one, one of 100 everyone, and one of 20 ends exactly there', async () => {
    const salt = randomUUID();
    const ids = Array.from({ length: 5000 }, (_, count) => `passenger-${count}`);
    const [below, above] = [[19.5, 20], [20, 20.5]].map(([from, to]) => ids.filter((id) => place(salt, id) >= from && place(salt, id) < to).slice(0, 5));
    const shares = [];
    for (const share of [0, 20, 100]) shares.push(await newFlag({ salt, rules: [{ if: [], share, then: 'yes' }] }));
    const [none, some, all] = shares;
    for (const id of ids.slice(0, 5)) {
      await gives(none, { id }, false, `for ${id} and a share of 0`);
      await gives(all, { id }, true, `for ${id} and a share of 100`);
    }
    for (const id of [...below, ...above]) await gives(some, { id }, place(salt, id) < 20, `for ${id}, whose place is ${place(salt, id).toFixed(3)} of 100`);
  });

  it('raising a share takes no one out', async () => {
    const salt = randomUUID();
    const ids = Array.from({ length: 200 }, (_, count) => `passenger-${count}`).filter((id) => place(salt, id) < 20).slice(0, 5);
    const key = await newFlag({ salt, rules: [{ if: [], share: 20, then: 'yes' }] });
    expect(await change(key, 1, { salt, rules: [{ if: [], share: 30, then: 'yes' }] })).status(200, 'for a change');
    for (const id of ids) await gives(key, { id }, true, `for ${id}, who was in the share of 20 already`);
  });

  it('an unknown flag returns 404', async () => {
    expect(await explain('no-such-flag', { id: 'p7' })).status(404, 'for an unknown flag');
  });
});

describe('Stage 2: Change rules', () => {
  it('a flag is created once', async () => {
    const key = await newFlag();
    expect(await put(key, flag(), { 'if-none-match': '*' })).status(412, 'for If-None-Match: * and a flag that exists');
  });

  it('PUT without a condition returns 428, with an old version 412', async () => {
    const key = await newFlag();
    expect(await put(key, flag())).status(428, 'without If-Match');
    expect(await change(key, 1, { on: false })).status(200, 'for the present version').header('ETag', /^"2"$/, 'to be "2"');
    expect(await change(key, 1)).status(412, 'for an old version');
    expect(await get(key)).status(200, 'for a flag').field('on', false, 'because the second change was late');
    const archive = (condition) => call('DELETE', `${env}/flags/${key}`, { headers: { ...operator, ...condition } });
    expect(await archive({})).status(428, 'for DELETE without If-Match');
    expect(await archive({ 'if-match': '"1"' })).status(412, 'for DELETE with an old version');
    const missing = await put(`t-${randomUUID().slice(0, 8)}`, flag(), { 'if-match': '"1"' });
    expect(missing).that([404, 412].includes(missing.status), '404 or 412 for If-Match and a flag that does not exist');
  });

  it('of two changes at the same moment one wins', async () => {
    const key = await newFlag();
    const both = await Promise.all([true, false].map((on) => change(key, 1, { on })));
    const statuses = both.map(({ status }) => status).sort().join(' and ');
    expect(both[1]).that(statuses === '200 and 412', `one 200 and one 412 for the same version (they got ${statuses})`);
  });

  const refuses = async (rule, path, more = {}) => {
    const response = await put(`t-${randomUUID().slice(0, 8)}`, flag({ rules: [{ if: [], then: 'no' }, rule], ...more }), { 'if-none-match': '*' });
    expect(response).status(422, `for the rule ${JSON.stringify(rule)}`).that(JSON.stringify(response.json ?? '').includes(path), `the path ${path} in the problem`);
  };

  it('an unknown operator returns 422 with its path', () => refuses({ if: [{ attr: 'pier', op: 'like', values: ['n'] }], then: 'yes' }, '/rules/1/if/0/op'));

  it('a rule that is no object returns 422 with its path', () => refuses(null, '/rules/1'));

  it('a share outside 0 to 100 returns 422 with its path', async () => {
    for (const share of [101, -1]) await refuses({ if: [], share, then: 'yes' }, '/rules/1/share');
  });

  it('a variant that does not exist returns 422 with its path', async () => {
    for (const variant of ['maybe', 'toString']) await refuses({ if: [], then: variant }, '/rules/1/then');
    await refuses({ if: [], then: 'no' }, '/off', { off: 'maybe' });
  });

  it('a variant of another type than the flag returns 422 with its path', () => refuses({ if: [], then: 'no' }, '/variants/yes', { variants: { yes: 'true', no: false } }));

  it('a change needs a reason of 10 characters', async () => {
    expect(await put(`t-${randomUUID().slice(0, 8)}`, flag({ reason: 'because' }), { 'if-none-match': '*' })).status(422, 'for a reason of 7 characters');
  });

  it('a reader and a client change nothing', async () => {
    const key = await newFlag();
    for (const [who, headers] of [['reader', reader], ['client', client]]) {
      expect(await put(key, flag({ on: false }), { 'if-match': '"1"' }, headers)).status(403, `for a ${who} who changes a flag`);
      expect(await call('DELETE', `${env}/flags/${key}`, { headers: { ...headers, 'if-match': '"1"' } })).status(403, `for a ${who} who archives a flag`);
    }
    expect(await put(key, flag(), { 'if-match': '"1"' }, {})).status(401, 'without a token');
    const body = { version: 1, reason: 'The outage is over' };
    expect(await call('POST', `${env}/flags/${key}/restore`, { headers: { ...reader, 'if-match': '"1"' }, body })).status(403, 'for a reader who restores a version');
    expect(await get(key)).field('on', true, 'as before').header('ETag', /^"1"$/, 'to be "1", as before');
  });

  it('a client key reads no flags, and another environment has none of these', async () => {
    const key = await newFlag();
    for (const path of ['', `/${key}`, `/${key}/history`]) {
      expect(await call('GET', `${env}/flags${path}`, { headers: client })).status(403, 'for a client key');
      expect(await call('GET', `${env}/flags${path}`)).status(401, 'without a token');
    }
    expect(await call('POST', `${env}/explain`, { headers: client, body: { flag: key, context: {} } })).status(403, 'for a client key');
    const other = await call('GET', `/v1/envs/t-elsewhere/flags/${key}`, { headers: reader });
    expect(other).that([403, 404].includes(other.status), '404, or 403, for a flag of production in another environment');
  });

  it('the history keeps every version', async () => {
    const key = await newFlag();
    await change(key, 1, { on: false, reason: 'Provider reports an outage' });
    const response = await call('GET', `${env}/flags/${key}/history`, { headers: reader });
    const versions = response.json?.items?.map?.(({ version }) => version).sort().join();
    expect(response)
      .status(200, 'for a flag')
      .that(versions === '1,2', 'the versions 1 and 2 in "items"')
      .that(response.text.includes('Provider reports an outage') && response.text.includes(reason), 'both reasons');
    expect(await call('GET', `${env}/flags/no-such-flag/history`, { headers: reader })).status(404, 'for an unknown flag');
  });

  it('a restore makes an old version the newest', async () => {
    const key = await newFlag();
    await change(key, 1, { on: false });
    const restore = (condition, version) =>
      call('POST', `${env}/flags/${key}/restore`, { headers: { ...operator, ...condition }, body: { version, reason: 'The outage is over' } });
    expect(await restore({}, 1)).status(428, 'without If-Match');
    expect(await restore({ 'if-match': '"1"' }, 1)).status(412, 'for an old version in If-Match');
    expect(await restore({ 'if-match': '"2"' }, 7)).status(422, 'for a version that does not exist');
    expect(await restore({ 'if-match': '"2"' }, 1)).status(200, 'for an old version').field('on', true).header('ETag', /^"3"$/, 'to be "3"');
    const history = await call('GET', `${env}/flags/${key}/history`, { headers: reader });
    const versions = history.json?.items?.map?.(({ version }) => version).sort().join();
    expect(history).that(versions === '1,2,3', 'the versions 1, 2 and 3 in "items", because the history only grows');
  });

  it('an archived flag is gone', async () => {
    const key = await newFlag();
    expect(await call('DELETE', `${env}/flags/${key}`, { headers: { ...operator, 'if-match': '"1"' } })).status(204, 'for a flag');
    expect(await get(key)).status(404, 'for an archived flag');
    const list = await call('GET', `${env}/flags`, { headers: reader });
    expect(list).status(200, 'for the list').that(!list.json?.items?.some?.((item) => item.key === key), 'no archived flag in "items"');
  });
});

describe('Stage 3: Distribute', () => {
  const rules = (headers = {}) => call('GET', '/v1/rules', { headers: { ...client, ...headers } });

  it('a client downloads all rules', async () => {
    const key = await newFlag();
    const response = await rules();
    expect(response)
      .status(200, 'for a client key')
      .that(Number.isInteger(response.json?.revision), 'a whole number in "revision"')
      .field(`flags.${key}.rules.0.then`, 'yes');
    expect(await call('GET', '/v1/rules', { headers: { authorization: 'Bearer wrong' } })).status(401, 'for an unknown key');
  });

  it('a download that is up to date gets 304', async () => {
    const first = await rules();
    expect(first).status(200, 'for a client key').header('ETag', /"/, 'to be there');
    const tag = { 'if-none-match': first.headers.get('etag') };
    expect(await rules(tag)).status(304, 'when nothing has changed');
    await newFlag();
    expect(await rules(tag)).status(200, 'after a change');
  });

  it('an archived flag is not in the download', async () => {
    const key = await newFlag();
    const before = (await rules()).headers.get('etag');
    await call('DELETE', `${env}/flags/${key}`, { headers: { ...operator, 'if-match': '"1"' } });
    const response = await rules({ 'if-none-match': before ?? '' });
    expect(response).status(200, 'for a client key').that(response.json?.flags && !(key in response.json.flags), 'no archived flag in "flags", and no older version of it');
  });

  it('the stream tells a change within two seconds', async () => {
    const stranger = new AbortController();
    const refused = await fetch(`${base}/v1/stream`, { signal: stranger.signal });
    stranger.abort();
    expect({ request: 'GET /v1/stream', status: refused.status, headers: refused.headers, text: '' }).status(401, 'without a key');
    const key = await newFlag();
    const stop = new AbortController();
    const stream = await fetch(`${base}/v1/stream`, { headers: client, signal: stop.signal });
    let text = '';
    const reading = (async () => {
      for await (const chunk of stream.body.pipeThrough(new TextDecoderStream())) text += chunk;
    })().catch(() => {});
    const changed = await change(key, 1, { on: false });
    expect(changed).status(200, 'for the present version');
    const { revision } = (await rules()).json ?? {};
    const isTold = () => [...text.matchAll(/^data: ?(\d+)/gmu)].some(([, number]) => Number(number) >= revision);
    for (const end = Date.now() + 2000; !isTold() && Date.now() < end; ) await new Promise((resolve) => setTimeout(resolve, 50));
    const told = isTold();
    stop.abort();
    await reading;
    expect({ ...changed, request: 'GET /v1/stream', status: stream.status, text })
      .status(200, 'for a client key')
      .that(/^text\/event-stream/u.test(stream.headers.get('content-type') ?? ''), 'the Content-Type text/event-stream')
      .that(told, `an event with the revision ${revision} within two seconds of the change`);
  });

  it('usage is taken', async () => {
    expect(await call('POST', '/v1/usage', { headers: client, body: { counts: [] } })).status(202, 'for a client key');
    expect(await call('POST', '/v1/usage', { body: { counts: [] } })).status(401, 'without a key');
  });
});
