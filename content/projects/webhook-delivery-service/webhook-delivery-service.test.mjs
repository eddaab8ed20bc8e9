// Webhook Delivery Service, tested from outside. Start your server, then run
//
//   BASE_URL=http://localhost:3000 node --test webhook-delivery-service.test.mjs
//
// Needs Node.js 22 or later and no package. The tests are the receiver, on port 4000 or the one in PEER_PORT, which the server
// knows from DEV_RECEIVER. Every run makes endpoints and event types of its own.
// Not tested: kill -9 and SIGTERM, timeouts and other pauses above ten seconds, responses without an end, names that resolve to
// private addresses, TLS, 10,000 deliveries, the ends of rotation and of the 30 days, 429, and the message to the owner.
import { createHmac, randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import { createServer as createListener } from 'node:net';
import { after, before, describe, it } from 'node:test';
import { call, expect } from '../kit.mjs';

const bearer = (token) => (token ? { authorization: `Bearer ${token}` } : {});
const lab = bearer('test-lab');
const account = bearer('test-account-31');
const newType = () => `test.${randomUUID()}`;
const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

// The receiver: what came by path, and how each path responds.
const received = new Map();
const responders = new Map();
const receiver = createServer(async (request, response) => {
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  const requests = received.get(request.url) ?? [];
  received.set(request.url, requests);
  requests.push({ at: Date.now(), headers: request.headers, body: Buffer.concat(chunks).toString() });
  (responders.get(request.url) ?? accept)(response, requests.length);
});
const port = Number(process.env.PEER_PORT ?? 4000);
const accept = (response) => response.writeHead(204).end();
const refuse = (status, headers) => (response) => response.writeHead(status, headers).end();
const at = (path) => received.get(path) ?? [];
before(() => new Promise((resolve) => receiver.listen(port, resolve)));
after(() => {
  receiver.closeAllConnections();
  receiver.close();
});

const create = (body, headers = account) => call('POST', '/endpoints', { headers, body });
/** A new endpoint at a path of its own. */
async function newEndpoint(type, responder, headers = account) {
  const path = `/${randomUUID()}`;
  if (responder) responders.set(path, responder);
  const response = await create({ url: `http://localhost:${port}${path}`, types: [type] }, headers);
  expect(response).status(201, 'for a valid endpoint').that(response.json?.id && /^whsec_/u.test(response.json.secret), 'an "id" and a "secret" that begins with whsec_');
  return { path, id: response.json.id, secret: response.json.secret };
}
const send = (type, { id = `evt_${randomUUID()}`, data = { sample: 'B-20931' }, to = '31', headers = lab } = {}) =>
  call('POST', '/events', { headers, body: { id, account: to, type, data } });
async function accepted(type, options) {
  const id = `evt_${randomUUID()}`;
  const response = await send(type, { id, ...options });
  expect(response).status(202, 'for a new event');
  return { id, response };
}

/** Waits until a path has had a number of requests. */
async function requestsAt({ path }, count, seconds, response, wish) {
  for (const end = Date.now() + seconds * 1000; at(path).length < count && Date.now() < end; ) await pause(50);
  expect(response).that(at(path).length >= count, `${wish} within ${seconds} seconds`);
  return at(path);
}

function signature(secret, { headers, body }) {
  const key = Buffer.from(secret.replace('whsec_', ''), 'base64');
  return `v1,${createHmac('sha256', key).update(`${headers['webhook-id']}.${headers['webhook-timestamp']}.${body}`).digest('base64')}`;
}
const signaturesOf = ({ headers }) => (headers['webhook-signature'] ?? '').split(' ');

const read = (path, headers = account) => call('GET', path, { headers });
/** The only delivery to an endpoint, with its attempts, once it is as wanted. */
async function delivery({ id }, isReached, wish) {
  for (const end = Date.now() + 10_000; ; await pause(100)) {
    const list = await read(`/endpoints/${id}/deliveries`);
    expect(list).status(200, 'for the deliveries of an endpoint').that(Array.isArray(list.json?.items), 'an array "items"');
    const response = list.json.items[0] ? await read(`/deliveries/${list.json.items[0].id}`) : list;
    const attempts = response.json?.attempts ?? [];
    if (isReached(response.json ?? {}, attempts)) return { response, attempts };
    expect(response).that(Date.now() < end, `${wish} within ten seconds`);
  }
}
const patch = ({ id }, body) => call('PATCH', `/endpoints/${id}`, { headers: account, body });
const endpointOf = async ({ id }) => {
  const response = await read('/endpoints');
  expect(response).status(200, 'for your endpoints').that(Array.isArray(response.json?.items), 'an array "items"');
  return { response, endpoint: response.json.items.find((each) => each.id === id) };
};

describe('Stage 1: One delivery', () => {
  it('an event reaches the endpoint and is signed', async () => {
    const type = newType();
    const endpoint = await newEndpoint(type);
    const { id, response } = await accepted(type);
    const [request] = await requestsAt(endpoint, 1, 5, response, 'a request to the endpoint');
    const body = JSON.parse(request.body);
    expect(response)
      .that(body.type === type && body.data?.sample === 'B-20931', 'the type and the data of the event in the request')
      .that(/^application\/json/u.test(request.headers['content-type']), 'the Content-Type application/json in the request')
      .that(request.headers['webhook-id'] === id, `the header webhook-id to be ${id}`)
      .that(Math.abs(Number(request.headers['webhook-timestamp']) - request.at / 1000) < 5, 'the seconds of the attempt in webhook-timestamp')
      .that(signaturesOf(request).includes(signature(endpoint.secret, request)), 'a signature of webhook-id, webhook-timestamp and body in webhook-signature, by the secret of the endpoint');
  });

  it('every endpoint with the type gets it, and no other', async () => {
    const [type, otherType] = [newType(), newType()];
    const [one, two, other] = [await newEndpoint(type), await newEndpoint(type), await newEndpoint(otherType)];
    const { response } = await accepted(type);
    await requestsAt(one, 1, 5, response, 'a request to the first endpoint');
    await requestsAt(two, 1, 5, response, 'a request to the second endpoint');
    const { id, response: last } = await accepted(otherType);
    await requestsAt(other, 1, 5, last, 'a request to the endpoint with the other type');
    expect(last).that(at(other.path).length === 1 && at(other.path)[0].headers['webhook-id'] === id, 'no event of a type that the endpoint has not subscribed to');
    const late = await newEndpoint(type);
    await pause(1000);
    expect(last).that(at(late.path).length === 0, 'no event from before the endpoint was created');
  });

  it("an account's events go to its own endpoints, and their ids are its own", async () => {
    const type = newType();
    const own = await newEndpoint(type);
    const other = await newEndpoint(type, accept, bearer('test-account-32'));
    const { id, response } = await accepted(type);
    await requestsAt(own, 1, 5, response, 'a request to the endpoint');
    const second = await send(type, { id, to: '32' });
    expect(second).status(202, 'for an event of another account, whatever its id');
    await requestsAt(other, 1, 5, second, "a request to that account's endpoint");
    await pause(1000);
    expect(second).that(at(own.path).length === 1 && at(other.path).length === 1, `one request to each (there were ${at(own.path).length} and ${at(other.path).length})`);
  });

  it('an event is delivered once, however often it is submitted', async () => {
    const type = newType();
    const endpoint = await newEndpoint(type);
    const { id, response } = await accepted(type);
    expect(await send(type, { id })).status(200, 'for the same event again');
    expect(await send(type, { id, data: { sample: 'other' } })).status(409, 'for other content under the same id');
    expect(await send(newType(), { id })).status(409, 'for another type under the same id');
    await requestsAt(endpoint, 1, 5, response, 'a request to the endpoint');
    const { response: list } = await delivery(endpoint, ({ state }) => state === 'done', 'the state done');
    expect(list).that(at(endpoint.path).length === 1, `one request (there were ${at(endpoint.path).length})`);
    for (const [state, count] of [['done', 1], ['failed', 0]]) {
      const some = await read(`/endpoints/${endpoint.id}/deliveries?state=${state}`);
      expect(some).status(200, 'for deliveries in one state').that(some.json?.items?.length === count, `${count} deliveries with the state ${state}`);
    }
  });

  it('twenty submissions at the same moment are one event', async () => {
    const type = newType();
    const endpoint = await newEndpoint(type);
    const id = `evt_${randomUUID()}`;
    const all = await Promise.all(Array.from({ length: 20 }, () => send(type, { id })));
    const counts = [202, 200].map((wanted) => all.filter(({ status }) => status === wanted).length);
    expect(all[0]).that(counts.join() === '1,19', `202 once and 200 for the others (it was ${counts.join(' and ')})`);
    const list = await read(`/endpoints/${endpoint.id}/deliveries`);
    expect(list).that(list.json?.items?.length === 1, 'one delivery');
  });

  it('only the laboratory submits events', async () => {
    expect(await send(newType(), { headers: {} })).status(401, 'without a token');
    expect(await send(newType(), { headers: account })).status(403, 'for the token of an account');
    for (const headers of [{}, bearer('guessed')]) expect(await read('/endpoints', headers)).status(401, 'without the token of an account');
  });

  it('an event above 64 KiB gets 413, malformed JSON 400', async () => {
    expect(await send(newType(), { data: { text: 'x'.repeat(66_000) } })).status(413, 'for an event above 64 KiB');
    expect(await send(newType(), { data: { text: 'x'.repeat(60_000) } })).status(202, 'for an event below 64 KiB');
    expect(await call('POST', '/events', { headers: { ...lab, 'content-type': 'application/json' }, body: '{"id":' })).status(400, 'for malformed JSON');
    expect(await send(newType(), { id: 'evt\r\nx: y' })).status(422, "for an id that can't be in a header");
  });

  it('the account reads its events from the list as well', async () => {
    const [first, second] = [await accepted(newType()), await accepted(newType())];
    const seen = [];
    let response;
    let cursor;
    do {
      response = await read(`/events?limit=100${cursor ? `&cursor=${encodeURIComponent(cursor)}` : ''}`);
      expect(response).status(200, 'for the events of the account').that(Array.isArray(response.json?.items), 'an array "items"');
      seen.push(...response.json.items.map(({ id }) => id));
      expect(response).that(response.json.nextCursor !== cursor || !cursor, 'another cursor on each page');
      cursor = response.json.nextCursor;
    } while (cursor);
    const [one, two] = [seen.indexOf(first.id), seen.indexOf(second.id)];
    expect(response).that(one >= 0 && two > one, 'both events, the older one first');
    const short = await read('/events?limit=1');
    expect(short).status(200, 'for one event').that(short.json?.items?.length === 1 && short.json.nextCursor, 'one event and a "nextCursor"');
  });
});

describe('Stage 2: Failure', () => {
  it('a failed attempt is repeated after five seconds, as the same bytes', async () => {
    const type = newType();
    const endpoint = await newEndpoint(type, (response, number) => response.writeHead(number === 1 ? 500 : 204).end());
    const { response } = await accepted(type);
    const [first, second] = await requestsAt(endpoint, 2, 12, response, 'a second request to an endpoint that responded with 500');
    const waited = (second.at - first.at) / 1000;
    expect(response)
      .that(waited >= 4.9 && waited < 9, `a pause of five seconds and up to a fifth more (it was ${waited.toFixed(1)} s)`)
      .that(first.body === second.body && first.headers['webhook-id'] === second.headers['webhook-id'], 'the same bytes and the same webhook-id in both attempts')
      .that(Number(second.headers['webhook-timestamp']) - Number(first.headers['webhook-timestamp']) >= 4, 'the time of the attempt in webhook-timestamp')
      .that(signaturesOf(second).includes(signature(endpoint.secret, second)), 'a signature of the second attempt');
  });

  it('a 404 and a broken connection are repeated as well', async () => {
    const type = newType();
    const failures = [refuse(404), (response) => response.socket.destroy()];
    const endpoints = [];
    for (const failure of failures) endpoints.push(await newEndpoint(type, (response, number) => (number === 1 ? failure : accept)(response)));
    const { response } = await accepted(type);
    await requestsAt(endpoints[0], 2, 12, response, 'a second request to an endpoint that responded with 404');
    await requestsAt(endpoints[1], 2, 12, response, 'a second request to an endpoint that closed the connection without a response');
    for (const endpoint of endpoints) await delivery(endpoint, ({ state }) => state === 'done', 'the state done');
  });

  it('a redirect is a failure and is not followed', async () => {
    const type = newType();
    const target = `/${randomUUID()}`;
    const endpoint = await newEndpoint(type, refuse(302, { location: target }));
    await accepted(type);
    const { response, attempts } = await delivery(endpoint, ({ state }, all) => all[0]?.status && state !== 'running', 'an attempt with a status');
    expect(response)
      .that(attempts[0].status === 302, 'the status 302 in the attempt')
      .field('state', 'waiting')
      .that(at(target).length === 0, 'no request to the address of the redirect');
  });

  it('Retry-After postpones the next attempt', async () => {
    const type = newType();
    const forms = [() => '9', () => new Date(Date.now() + 10_000).toUTCString(), () => '1'];
    const endpoints = [];
    for (const [index, form] of forms.entries())
      endpoints.push(await newEndpoint(type, (response, number) => (number === 1 ? refuse(index === 0 ? 429 : 503, { 'retry-after': form() }) : accept)(response)));
    const { response } = await accepted(type);
    const early = endpoints.pop();
    const [one, two] = await requestsAt(early, 2, 12, response, 'a second request to an endpoint that asked for one second');
    expect(response).that(two.at - one.at >= 4900, `the planned five seconds when Retry-After is less (it was ${((two.at - one.at) / 1000).toFixed(1)} s)`);
    for (const endpoint of endpoints) {
      const [first, second] = await requestsAt(endpoint, 2, 15, response, 'a second request to an endpoint that asked for nine seconds');
      const waited = (second.at - first.at) / 1000;
      expect(response).that(waited >= 8.9, `nine seconds before the next attempt, given as seconds or as a date (it was ${waited.toFixed(1)} s)`);
    }
  });

  it('410 disables the endpoint at once', async () => {
    const type = newType();
    const endpoint = await newEndpoint(type, refuse(410));
    const { response } = await accepted(type);
    await requestsAt(endpoint, 1, 5, response, 'a request to the endpoint');
    for (const end = Date.now() + 5000; ; await pause(100)) {
      const { response: list, endpoint: found } = await endpointOf(endpoint);
      if (found?.state === 'disabled') break;
      expect(list).that(Date.now() < end, `the state disabled for endpoint ${endpoint.id}`);
    }
  });
});

describe('Stage 3: Hostile addresses', () => {
  it('a URL that is not https on 443 or 8443, or has a user name, gets 422', async () => {
    for (const url of ['http://example.com/', 'https://me@example.com/', 'https://example.com:22/', 'ftp://example.com/', 'example.com'])
      expect(await create({ url, types: [newType()] })).status(422, `for the URL ${url}`);
    const response = await create({ url: 'https://example.com:8443/', types: [newType()] });
    expect(response).status(201, 'for https on port 8443');
    await call('DELETE', `/endpoints/${response.json?.id}`, { headers: account });
  });

  it('an address that is not public is never reached', async () => {
    // On Linux every 127.x.y.z is this machine; elsewhere only 127.0.0.1.
    const [any, only] = [`127.${[1, 2, 3].map(() => 1 + Math.floor(Math.random() * 250)).join('.')}`, '127.0.0.1'];
    let connections = 0;
    const open = (host) =>
      new Promise((resolve) => {
        const server = createListener((socket) => {
          connections += 1;
          socket.on('error', () => {}).destroy();
        });
        server.once('error', () => resolve()).listen(8443, host, () => resolve({ server, host }));
      });
    const trap = (await open(any)) ?? (await open(only));
    if (!trap) throw new Error('Port 8443 of this machine is taken. Free it, because this test listens there, and run the tests again.');
    const type = newType();
    const ids = [];
    try {
      for (const host of [trap.host, `[::ffff:${trap.host}]`]) {
        const response = await create({ url: `https://${host}:8443/`, types: [type] });
        expect(response).that([201, 422].includes(response.status), '422 for an address that is not public, or 201 and attempts that fail');
        if (response.status === 201) ids.push(response.json?.id);
      }
      const { response } = await accepted(type);
      await pause(ids.length > 0 ? 3000 : 0);
      expect(response).that(connections === 0, `no connection to ${trap.host} (there were ${connections})`);
    } finally {
      for (const id of ids) await call('DELETE', `/endpoints/${id}`, { headers: account });
      trap.server.close();
    }
  });

  it('a change of the URL is checked as well', async () => {
    const endpoint = await newEndpoint(newType());
    expect(await patch(endpoint, { url: 'http://example.com/' })).status(422, 'for an http URL in a change');
  });

  it('an endpoint has one to fifty types', async () => {
    expect(await create({ url: 'https://example.com/', types: [] })).status(422, 'for no types');
    expect(await create({ url: 'https://example.com/', types: Array.from({ length: 51 }, newType) })).status(422, 'for 51 types');
  });
});

describe('Stage 4: Fairness', () => {
  it('an endpoint that hangs has five open requests and keeps no one waiting', async () => {
    const [type, otherType] = [newType(), newType()];
    const waiting = [];
    const slow = await newEndpoint(type, (response) => waiting.push(response));
    const other = await newEndpoint(otherType);
    try {
      let response;
      for (let count = 0; count < 6; count += 1) [{ response }] = await Promise.all(Array.from({ length: 20 }, () => accepted(type)));
      await requestsAt(slow, 5, 5, response, 'five requests to the endpoint that hangs');
      const { response: last } = await accepted(otherType);
      const sent = Date.now();
      await requestsAt(other, 1, 5, last, 'a request to another endpoint');
      const { length } = waiting.filter(({ destroyed }) => !destroyed);
      expect(last)
        .that(Date.now() - sent < 3000, 'a request to another endpoint within two seconds, while 120 deliveries are due for one that hangs')
        .that(length <= 5, `at most five requests at the same time to one endpoint (there were ${length})`);
    } finally {
      responders.set(slow.path, accept);
      for (const open of waiting) accept(open);
    }
    const list = await read(`/endpoints/${slow.id}/deliveries`);
    await requestsAt(slow, 12, 5, list, 'more requests after the first have ended');
  });
});

describe('Stage 5: Self-service', () => {
  it('a secret is shown when it is created, and never again', async () => {
    const endpoint = await newEndpoint(newType());
    const { response, endpoint: found } = await endpointOf(endpoint);
    expect(response).that(found, 'the new endpoint').that(!response.text.includes(endpoint.secret), 'no secret in the list');
  });

  it('after a rotation an attempt has two signatures', async () => {
    const type = newType();
    const endpoint = await newEndpoint(type);
    const rotate = () => call('POST', `/endpoints/${endpoint.id}/secrets`, { headers: account });
    const rotated = await rotate();
    expect(rotated).status(201, 'for a rotation').that(/^whsec_/u.test(rotated.json?.secret) && rotated.json.secret !== endpoint.secret, 'a new "secret"');
    expect(await rotate()).status(409, 'for a rotation within 24 hours of the last one');
    const { response } = await accepted(type);
    const [request] = await requestsAt(endpoint, 1, 5, response, 'a request to the endpoint');
    const wanted = [endpoint.secret, rotated.json.secret].map((secret) => signature(secret, request)).sort();
    expect(response).that(signaturesOf(request).sort().join() === wanted.join(), 'one signature by the old secret and one by the new one, with a space between them');
  });

  it('a retry sends the original bytes under the original id', async () => {
    const type = newType();
    const endpoint = await newEndpoint(type, refuse(500));
    const { response } = await accepted(type);
    await requestsAt(endpoint, 1, 5, response, 'a request to the endpoint');
    const { response: found } = await delivery(endpoint, ({ state }, all) => state === 'waiting' && all.length === 1, 'one failed attempt');
    responders.set(endpoint.path, accept);
    const retry = await call('POST', `/deliveries/${found.json.id}/retry`, { headers: account });
    expect(retry).status(202, 'for a retry');
    const [first, second] = await requestsAt(endpoint, 2, 4, retry, 'a second request');
    expect(retry).that(first.body === second.body && first.headers['webhook-id'] === second.headers['webhook-id'], 'the same bytes and the same webhook-id');
    await delivery(endpoint, ({ state }) => state === 'done', 'the state done');
  });

  it('a delivery that is running cannot be retried', async () => {
    const type = newType();
    const waiting = [];
    const endpoint = await newEndpoint(type, (response) => waiting.push(response));
    try {
      const { response } = await accepted(type);
      await requestsAt(endpoint, 1, 5, response, 'a request to the endpoint');
      const { response: found } = await delivery(endpoint, ({ state }) => state === 'running', 'the state running');
      expect(await call('POST', `/deliveries/${found.json.id}/retry`, { headers: account })).status(409, 'for a retry during an attempt');
    } finally {
      responders.set(endpoint.path, accept);
      for (const open of waiting) accept(open);
    }
  });

  it('a change of URL and types counts from the next event on', async () => {
    const [type, newer] = [newType(), newType()];
    const [endpoint, path] = [await newEndpoint(type), `/${randomUUID()}`];
    const changed = await patch(endpoint, { url: `http://localhost:${port}${path}`, types: [newer] });
    expect(changed).status(200, 'for another URL and type').that(!changed.text.includes(endpoint.secret), 'no secret');
    await accepted(type);
    const { id, response } = await accepted(newer);
    const [request] = await requestsAt({ path }, 1, 5, response, 'a request to the new URL');
    await pause(500);
    expect(response).that(request.headers['webhook-id'] === id && at(path).length === 1 && at(endpoint.path).length === 0, 'only the event of the new type, and only at the new URL');
  });

  it('an endpoint that was deleted gets nothing more', async () => {
    const type = newType();
    const endpoint = await newEndpoint(type, refuse(500));
    const { response } = await accepted(type);
    await requestsAt(endpoint, 1, 5, response, 'a request to the endpoint');
    const deleted = await call('DELETE', `/endpoints/${endpoint.id}`, { headers: account });
    expect(deleted).status(204, 'for deleting your endpoint');
    await accepted(type);
    await pause(7500);
    expect(deleted).that(at(endpoint.path).length === 1, `no request after that, neither a repetition nor a new event (there were ${at(endpoint.path).length - 1})`);
  });

  it('events for a disabled endpoint are held until a replay', async () => {
    const type = newType();
    const endpoint = await newEndpoint(type);
    expect(await patch(endpoint, { state: 'disabled' })).status(200, 'for disabling an endpoint');
    const { id } = await accepted(type);
    const { response: held } = await delivery(endpoint, ({ state }) => state === 'held', 'the state held');
    expect(await call('POST', `/deliveries/${held.json.id}/retry`, { headers: account })).status(409, 'for a retry to a disabled endpoint');
    const period = { from: new Date(Date.now() - 60_000).toISOString(), to: new Date(Date.now() + 60_000).toISOString() };
    const replay = (body = period) => call('POST', `/endpoints/${endpoint.id}/replay`, { headers: account, body });
    expect(await replay()).status(409, 'for a replay to a disabled endpoint');
    expect(await patch(endpoint, { state: 'enabled' })).status(200, 'for enabling an endpoint');
    const old = await replay({ from: '2020-01-01T00:00:00Z', to: '2020-01-02T00:00:00Z' });
    await pause(1000);
    expect(old).status(202, 'for a replay').that(at(endpoint.path).length === 0, 'no event from outside the period');
    const response = await replay();
    expect(response).status(202, 'for a replay');
    const [request] = await requestsAt(endpoint, 1, 5, response, 'the event that was held');
    expect(response).that(request.headers['webhook-id'] === id && at(endpoint.path).length === 1, `the header webhook-id to be ${id}, in one request`);
    await delivery(endpoint, ({ state }) => state === 'done', 'the state done');
    const again = await replay();
    await pause(1000);
    expect(again).status(202, 'for a replay').that(at(endpoint.path).length === 1, 'no second request for a delivery that is done');
  });

  it('an endpoint can be tried with a test event', async () => {
    const endpoint = await newEndpoint(newType());
    const response = await call('POST', `/endpoints/${endpoint.id}/test`, { headers: account });
    expect(response).status(202, 'for a test event');
    const [request] = await requestsAt(endpoint, 1, 5, response, 'a request to the endpoint');
    expect(response).that(signaturesOf(request).includes(signature(endpoint.secret, request)), 'a signature like that of any other event');
  });

  it('what belongs to another account gets 404', async () => {
    const type = newType();
    const endpoint = await newEndpoint(type);
    await accepted(type);
    const { response } = await delivery(endpoint, ({ state }) => state === 'done', 'the state done');
    const other = bearer('test-account-32');
    expect(await read(`/endpoints/${endpoint.id}/deliveries`, other)).status(404, "for another account's endpoint");
    expect(await read(`/deliveries/${response.json.id}`, other)).status(404, "for another account's delivery");
    for (const [method, path, body] of [
      ['PATCH', `/endpoints/${endpoint.id}`, { types: ['x'] }],
      ['POST', `/endpoints/${endpoint.id}/secrets`],
      ['POST', `/endpoints/${endpoint.id}/test`],
      ['POST', `/endpoints/${endpoint.id}/replay`, { from: '2020-01-01T00:00:00Z', to: '2030-01-01T00:00:00Z' }],
      ['POST', `/deliveries/${response.json.id}/retry`],
      ['DELETE', `/endpoints/${endpoint.id}`],
    ])
      expect(await call(method, path, { headers: other, body })).status(404, 'for what belongs to another account');
    const strange = await read('/events', other);
    expect(strange).status(200, 'for the events of an account').that(!strange.text.includes(type), 'no event of another account');
    expect(await call('DELETE', `/endpoints/${endpoint.id}`, { headers: account })).status(204, 'for deleting your endpoint');
    expect(await patch(endpoint, { state: 'enabled' })).status(404, 'for an endpoint that was deleted');
  });
});
