// A solution of the Webhook Delivery Service without packages. It keeps everything in memory, where the project asks for a
// database.
import { createHmac, randomBytes, randomUUID } from 'node:crypto';
import { lookup } from 'node:dns/promises';
import { once } from 'node:events';
import { request } from 'node:https';
import { BlockList } from 'node:net';
import { check, Problem, readBody, serve } from '../serve.mjs';

const hour = 3_600_000;
const pauses = [5000, 300_000, 0.5 * hour, 2 * hour, 5 * hour, 10 * hour, 24 * hour];
/** The one address that may be plain http, while you develop. */
const devReceiver = process.env.DEV_RECEIVER ?? `http://localhost:${process.env.PEER_PORT ?? 4000}`;
const endpoints = new Map();
const events = new Map();
const deliveries = new Map();

function accountOf(bearer) {
  const [, account] = /^test-account-(\d+)$/.exec(bearer ?? '') ?? [];
  if (!account) throw new Problem(401, 'token', 'The token is missing or wrong');
  return account;
}
function own(all, { bearer, params }) {
  const account = accountOf(bearer);
  const found = all.get(params.id);
  if (found?.account !== account || found.deleted) throw new Problem(404, 'not-found', 'There is no such thing');
  return found;
}

function isAllowed(text) {
  if (!URL.canParse(text)) return false;
  const url = new URL(text);
  if (url.origin === devReceiver) return true;
  return url.protocol === 'https:' && ['', '8443'].includes(url.port) && url.username === '' && url.password === '';
}

const notPublic = new BlockList();
for (const network of ['0.0.0.0/8', '10.0.0.0/8', '100.64.0.0/10', '127.0.0.0/8', '169.254.0.0/16', '172.16.0.0/12', '192.0.0.0/24', '192.168.0.0/16', '198.18.0.0/15', '224.0.0.0/3'])
  notPublic.addSubnet(network.split('/')[0], Number(network.split('/')[1]), 'ipv4');
for (const network of ['::/3', '2001::/32', '2002::/16', '4000::/2', '8000::/1']) notPublic.addSubnet(network.split('/')[0], Number(network.split('/')[1]), 'ipv6');

/** Sends to an address that was checked, and to no other. */
async function post(text, headers, body) {
  const url = new URL(text);
  const signal = AbortSignal.timeout(15_000);
  if (url.origin === devReceiver) {
    const response = await fetch(url, { method: 'POST', redirect: 'manual', headers, body, signal });
    await response.body?.cancel();
    return response;
  }
  const addresses = await lookup(url.hostname.replaceAll(/[[\]]/gu, ''), { all: true });
  if (addresses.some(({ address, family }) => notPublic.check(address, `ipv${family}`))) throw new Error('The address is not public');
  const resolved = (_, { all }, done) => (all ? done(null, addresses) : done(null, addresses[0].address, addresses[0].family));
  const sent = request(url, { method: 'POST', headers, signal, lookup: resolved });
  const [response] = await once(sent.end(body), 'response');
  sent.on('error', () => {});
  response.destroy();
  const { statusCode: status } = response;
  return { status, ok: status >= 200 && status < 300, headers: new Headers({ 'retry-after': response.headers['retry-after'] ?? '' }) };
}

const isTypes = (types) => Array.isArray(types) && types.length >= 1 && types.length <= 50 && types.every((type) => typeof type === 'string');
const newSecret = () => `whsec_${randomBytes(24).toString('base64')}`;
const shown = ({ id, url, types, state }) => ({ id, url, types, state });
const shownDelivery = ({ id, event, endpoint, state, attempts }) => ({ id, event: event.id, endpoint: endpoint.id, state, attempts });

function newEvent(account, { id, type, data }) {
  const at = new Date();
  const event = { id, account, type, at, content: JSON.stringify({ type, data }), bytes: Buffer.from(JSON.stringify({ type, timestamp: at, data })) };
  events.set(`${account}/${id}`, event);
  return event;
}
function addDelivery(event, endpoint) {
  const delivery = { id: randomUUID(), account: event.account, event, endpoint, state: endpoint.state === 'enabled' ? 'waiting' : 'held', due: Date.now(), attempts: [] };
  deliveries.set(delivery.id, delivery);
}

async function postEvent({ bearer, request }) {
  if (bearer !== 'test-lab') {
    accountOf(bearer);
    throw new Problem(403, 'forbidden', 'Only the laboratory submits events');
  }
  const body = parse(await readBody(request, 65_536));
  const { id, account, type } = body;
  check(
    ['id', typeof id === 'string' && /^[\w-]{1,64}$/.test(id), 'must have 1 to 64 letters, digits, _ and -'],
    ['account', typeof account === 'string', 'must be a text'],
    ['type', typeof type === 'string', 'must be a text'],
  );
  const known = events.get(`${account}/${id}`);
  if (known) {
    if (known.content !== JSON.stringify({ type, data: body.data })) throw new Problem(409, 'other-content', 'The id belongs to another event');
    return { body: { id } };
  }
  const event = newEvent(account, body);
  for (const endpoint of endpoints.values())
    if (endpoint.account === account && !endpoint.deleted && endpoint.types.includes(type)) addDelivery(event, endpoint);
  return { status: 202, body: { id } };
}
function parse(bytes) {
  try {
    return JSON.parse(bytes);
  } catch {
    throw new Problem(400, 'malformed-json', 'The body is not valid JSON');
  }
}

const sign = (secret, text) => `v1,${createHmac('sha256', Buffer.from(secret.slice('whsec_'.length), 'base64')).update(text).digest('base64')}`;

async function attempt(delivery) {
  const { event, endpoint } = delivery;
  delivery.state = 'running';
  endpoint.open += 1;
  const at = Date.now();
  const timestamp = Math.floor(at / 1000);
  const signatures = endpoint.secrets.filter(({ until }) => until > at).map(({ secret }) => sign(secret, `${event.id}.${timestamp}.${event.bytes}`));
  const headers = { 'content-type': 'application/json', 'webhook-id': event.id, 'webhook-timestamp': String(timestamp), 'webhook-signature': signatures.join(' ') };
  let response;
  try {
    response = await post(endpoint.url, headers, event.bytes);
  } catch {
    // No response is a failure like any other.
  }
  endpoint.open -= 1;
  delivery.attempts.push({ number: delivery.attempts.length + 1, at: new Date(at), status: response?.status ?? null });
  settle(delivery, response);
}

function settle(delivery, response) {
  const { attempts, endpoint } = delivery;
  if (response?.ok) {
    delivery.state = 'done';
    return;
  }
  if (response?.status === 410) endpoint.state = 'disabled';
  if (attempts.length > pauses.length) {
    delivery.state = 'failed';
    return;
  }
  const planned = pauses[attempts.length - 1] * (1 + Math.random() / 5);
  delivery.state = endpoint.deleted ? 'canceled' : endpoint.state === 'enabled' ? 'waiting' : 'held';
  delivery.due = Date.now() + Math.max(planned, wishOf(response));
}
/** For how long the receiver wants to be left alone. */
function wishOf(response) {
  const text = response?.headers.get('retry-after');
  if (!text || ![429, 503].includes(response.status)) return 0;
  const wish = /^\d+$/.test(text) ? Number(text) * 1000 : Date.parse(text) - Date.now();
  return Math.min(wish || 0, 24 * hour);
}

function work() {
  const now = Date.now();
  for (const delivery of deliveries.values()) {
    const { endpoint } = delivery;
    if (delivery.state === 'waiting' && delivery.due <= now && endpoint.state === 'enabled' && endpoint.open < 5) attempt(delivery);
  }
}
setInterval(work, 20);

async function replay(context) {
  const endpoint = own(endpoints, context);
  const { from, to } = await context.json();
  check(['from', Date.parse(from) < Date.parse(to), 'must be before "to"']);
  if (endpoint.state !== 'enabled') throw new Problem(409, 'disabled', 'The endpoint is disabled');
  for (const delivery of deliveries.values()) {
    const isInPeriod = delivery.event.at >= Date.parse(from) && delivery.event.at <= Date.parse(to);
    if (delivery.endpoint === endpoint && isInPeriod && ['held', 'failed'].includes(delivery.state)) Object.assign(delivery, { state: 'waiting', due: Date.now() });
  }
  return { status: 202 };
}

serve({
  'POST /events': postEvent,
  'GET /events': ({ bearer, query }) => {
    const account = accountOf(bearer);
    const all = [...events.values()].filter((event) => event.account === account);
    const [start, limit] = [Number(query.get('cursor') ?? 0), Number(query.get('limit') ?? 100)];
    if (!Number.isInteger(start) || !Number.isInteger(limit) || limit < 1) throw new Problem(400, 'query', 'The cursor or the limit is not valid');
    const items = all.slice(start, start + limit).map(({ id, bytes }) => ({ id, ...JSON.parse(bytes) }));
    return { body: { items, nextCursor: start + limit < all.length ? String(start + limit) : null } };
  },
  'POST /endpoints': async ({ bearer, json }) => {
    const account = accountOf(bearer);
    const { url, types } = await json();
    check(['url', isAllowed(url), 'must be https on port 443 or 8443'], ['types', isTypes(types), 'must be 1 to 50 types']);
    const secret = newSecret();
    const secrets = [{ secret, until: Number.POSITIVE_INFINITY }];
    const endpoint = { id: randomUUID(), account, url, types, state: 'enabled', secrets, rotatedAt: 0, open: 0 };
    endpoints.set(endpoint.id, endpoint);
    return { status: 201, body: { ...shown(endpoint), secret } };
  },
  'GET /endpoints': ({ bearer }) => {
    const account = accountOf(bearer);
    return { body: { items: [...endpoints.values()].filter((each) => each.account === account && !each.deleted).map(shown) } };
  },
  'PATCH /endpoints/{id}': async (context) => {
    const endpoint = own(endpoints, context);
    const { url = endpoint.url, types = endpoint.types, state = endpoint.state } = await context.json();
    check(['url', isAllowed(url), 'must be https on port 443 or 8443'], ['types', isTypes(types), 'must be 1 to 50 types']);
    check(['state', ['enabled', 'disabled'].includes(state), 'must be enabled or disabled']);
    Object.assign(endpoint, { url, types, state });
    return { body: shown(endpoint) };
  },
  'DELETE /endpoints/{id}': (context) => {
    const endpoint = own(endpoints, context);
    Object.assign(endpoint, { deleted: true, state: 'disabled' });
    for (const delivery of deliveries.values()) if (delivery.endpoint === endpoint && delivery.state === 'waiting') delivery.state = 'canceled';
    return { status: 204 };
  },
  'POST /endpoints/{id}/secrets': (context) => {
    const endpoint = own(endpoints, context);
    const now = Date.now();
    if (endpoint.rotatedAt > now - 24 * hour) throw new Problem(409, 'rotated', 'The last rotation is younger than 24 hours');
    for (const each of endpoint.secrets) each.until = Math.min(each.until, now + 24 * hour);
    const secret = newSecret();
    endpoint.secrets.push({ secret, until: Number.POSITIVE_INFINITY });
    endpoint.rotatedAt = now;
    return { status: 201, body: { secret } };
  },
  'POST /endpoints/{id}/test': (context) => {
    const endpoint = own(endpoints, context);
    addDelivery(newEvent(endpoint.account, { id: `evt_${randomUUID()}`, type: 'test', data: {} }), endpoint);
    return { status: 202 };
  },
  'GET /endpoints/{id}/deliveries': (context) => {
    const endpoint = own(endpoints, context);
    const state = context.query.get('state');
    const all = [...deliveries.values()].filter((each) => each.endpoint === endpoint && (!state || each.state === state));
    return { body: { items: all.map(shownDelivery), nextCursor: null } };
  },
  'GET /deliveries/{id}': (context) => ({ body: shownDelivery(own(deliveries, context)) }),
  'POST /deliveries/{id}/retry': (context) => {
    const delivery = own(deliveries, context);
    if (delivery.state === 'running' || delivery.endpoint.state !== 'enabled') throw new Problem(409, 'state', 'This is not possible now');
    Object.assign(delivery, { state: 'waiting', due: Date.now() });
    return { status: 202 };
  },
  'POST /endpoints/{id}/replay': replay,
});
