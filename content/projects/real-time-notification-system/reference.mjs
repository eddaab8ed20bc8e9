// A solution of the Real-time Notification System without packages: one instance, everything in memory, and mail as the only channel
// that leaves it.
import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { isIP } from 'node:net';
import { check, Problem, serve } from '../serve.mjs';

const provider = process.env.PROVIDER_URL ?? `http://localhost:${process.env.PEER_PORT ?? 4000}`;
const levels = ['info', 'watch', 'danger'];
const people = new Map();
const warnings = new Map();
const unsubscribeTokens = new Map();
const tickets = new Map();
const sockets = new Set();
const deliveries = [];

function personOf(id) {
  if (!people.has(id)) people.set(id, { id, inbox: [], subscriptions: new Map(), quiet: undefined, hasMail: true, token: randomBytes(16).toString('hex'), endpoints: new Map() });
  const person = people.get(id);
  unsubscribeTokens.set(person.token, person);
  return person;
}
function me({ bearer }) {
  const [, id] = /^test-user-(\d+)$/.exec(bearer ?? '') ?? [];
  if (!id) throw new Problem(401, 'token', 'The token is missing or wrong');
  return personOf(id);
}
function needOperator(context) {
  if (context.bearer === 'test-operator') return;
  me(context);
  throw new Problem(403, 'forbidden', 'Only operators do that');
}

async function put(context) {
  needOperator(context);
  const { id } = context.params;
  const { station, level, text, expiresAt, replaces = null } = await context.json();
  check(
    ['station', typeof station === 'string', 'must be a text'],
    ['level', levels.includes(level), 'must be info, watch or danger'],
    ['text', typeof text === 'string' && text !== '', 'must not be empty'],
    ['expiresAt', !Number.isNaN(Date.parse(expiresAt)), 'must be a moment'],
  );
  const content = JSON.stringify({ station, level, text, expiresAt, replaces });
  const known = warnings.get(id);
  if (known) {
    if (known.content !== content) throw new Problem(409, 'other-content', 'The id belongs to another warning');
    return { body: { id } };
  }
  const warning = { id, station, level, text, expiresAt, content, isReplaced: false };
  warnings.set(id, warning);
  if (warnings.has(replaces)) warnings.get(replaces).isReplaced = true;
  expand(warning);
  return { status: 201, body: { id } };
}

function expand(warning) {
  const { station, level } = warning;
  for (const person of people.values()) {
    const subscription = person.subscriptions.get(station);
    if (!subscription || levels.indexOf(level) < levels.indexOf(subscription.least)) continue;
    const seq = person.inbox.length + 1;
    person.inbox.push({ seq, warning: warning.id, station, level, text: warning.text });
    const due = level === 'danger' ? Date.now() : quietEnd(person);
    if (subscription.channels.includes('mail') && person.hasMail) deliveries.push({ warning, person, channel: 'mail', state: 'waiting', due, attempts: 0, key: randomUUID() });
    for (const socket of sockets) if (socket.person === person) socket.say({ seq });
  }
  warning.isExpanded = true;
}

const minutesOf = (text) => Number(text.slice(0, 2)) * 60 + Number(text.slice(3));
/** The end of the quiet hours that are on now, or now. */
function quietEnd({ quiet }) {
  if (!quiet) return Date.now();
  const now = minutesOf(new Date().toLocaleTimeString('en-GB', { timeZone: quiet.zone }).slice(0, 5));
  const [from, to] = [minutesOf(quiet.from), minutesOf(quiet.to)];
  const isQuiet = from <= to ? now >= from && now < to : now >= from || now < to;
  return Date.now() + (isQuiet ? ((to - now + 1440) % 1440) * 60_000 : 0);
}

async function deliver(delivery) {
  const { warning, person } = delivery;
  delivery.attempts += 1;
  delivery.due = Date.now() + 1000 * 2 ** delivery.attempts * (1 + Math.random() / 5);
  const body = JSON.stringify({ person: person.id, warning: warning.id, text: warning.text, unsubscribe: person.token });
  const headers = { 'content-type': 'application/json', 'idempotency-key': delivery.key };
  const response = await fetch(`${provider}/mail`, { method: 'POST', headers, body, signal: AbortSignal.timeout(10_000) }).catch(() => undefined);
  if (response?.ok) delivery.state = 'sent';
  else if (delivery.attempts === 8) delivery.state = 'dead';
}
setInterval(() => {
  const now = Date.now();
  for (const delivery of deliveries) {
    if (delivery.state !== 'waiting') continue;
    const { warning, person, due } = delivery;
    if (warning.isReplaced || Date.parse(warning.expiresAt) <= now || !person.hasMail) delivery.state = 'skipped';
    else if (due <= now) deliver(delivery);
  }
}, 20);

function report(context) {
  needOperator(context);
  const warning = warnings.get(context.params.id);
  if (!warning) throw new Problem(404, 'not-found', 'There is no such warning');
  const count = (channel) => {
    const own = deliveries.filter((each) => each.warning === warning && each.channel === channel);
    const counts = Object.fromEntries(['waiting', 'sent', 'skipped', 'dead'].map((state) => [state, own.filter((each) => each.state === state).length]));
    return { recipients: own.length, ...counts };
  };
  return { body: { warning: warning.id, expanded: warning.isExpanded === true, push: count('push'), mail: count('mail') } };
}

const isZone = (zone) => {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: zone }));
  } catch {
    return false;
  }
};
function isPublic(text) {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname } = new URL(text);
  return protocol === 'https:' && isIP(hostname.replace(/[[\]]/g, '')) === 0 && hostname !== 'localhost';
}

const server = serve({
  'PUT /warnings/{id}': put,
  'GET /warnings/{id}/deliveries': report,
  'PUT /me/subscriptions/{station}': async (context) => {
    const person = me(context);
    const { least, channels } = await context.json();
    check(
      ['least', levels.includes(least), 'must be info, watch or danger'],
      ['channels', Array.isArray(channels) && channels.every((channel) => ['push', 'mail'].includes(channel)), 'must be push or mail'],
    );
    person.subscriptions.set(context.params.station, { least, channels });
    return { status: 204 };
  },
  'DELETE /me/subscriptions/{station}': (context) => {
    me(context).subscriptions.delete(context.params.station);
    return { status: 204 };
  },
  'PUT /me/quiet-hours': async (context) => {
    const person = me(context);
    const { from, to, zone } = await context.json();
    const isTime = (text) => /^([01]\d|2[0-3]):[0-5]\d$/.test(text);
    check(['from', isTime(from), 'must be a time'], ['to', isTime(to), 'must be a time'], ['zone', isZone(zone), 'must be a time zone']);
    person.quiet = { from, to, zone };
    return { status: 204 };
  },
  'PUT /me/push-endpoints/{device}': async (context) => {
    const person = me(context);
    const { endpoint } = await context.json();
    check(['endpoint', isPublic(endpoint), 'must be https and public']);
    person.endpoints.set(context.params.device, endpoint);
    return { status: 204 };
  },
  'GET /me/inbox': (context) => {
    const person = me(context);
    const [after, limit] = [Number(context.query.get('after') ?? 0), Number(context.query.get('limit') ?? 50)];
    if (!Number.isInteger(after) || !Number.isInteger(limit) || limit < 1) throw new Problem(400, 'query', 'after and limit must be numbers');
    return { body: { items: person.inbox.filter(({ seq }) => seq > after).slice(0, limit) } };
  },
  'POST /me/socket-tickets': (context) => {
    const ticket = randomBytes(16).toString('hex');
    tickets.set(ticket, { person: me(context), until: Date.now() + 30_000 });
    return { status: 201, body: { ticket } };
  },
  'GET /socket': () => ({ status: 426, headers: { upgrade: 'websocket' } }),
  'POST /unsubscribe/{token}': ({ params }) => {
    const person = unsubscribeTokens.get(params.token);
    if (!person) throw new Problem(404, 'not-found', 'There is no such token');
    person.hasMail = false;
    return { status: 204 };
  },
});

server.on('upgrade', (request, socket) => {
  const id = new URL(request.url, 'http://localhost').searchParams.get('ticket');
  const ticket = tickets.get(id);
  tickets.delete(id);
  if (!ticket || ticket.until <= Date.now()) {
    socket.end('HTTP/1.1 401 Unauthorized\r\nConnection: close\r\n\r\n');
    return;
  }
  const accept = createHash('sha1').update(`${request.headers['sec-websocket-key']}258EAFA5-E914-47DA-95CA-C5AB0DC85B11`).digest('base64');
  socket.write(`HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${accept}\r\n\r\n`);
  const say = (frame) => {
    const payload = Buffer.from(JSON.stringify(frame));
    socket.write(Buffer.concat([Buffer.from([0x81, payload.length]), payload]));
  };
  const client = { person: ticket.person, say };
  sockets.add(client);
  const forget = () => sockets.delete(client);
  // The server only sends; whatever comes is a reason to close.
  socket.on('data', () => socket.end(Buffer.from([0x88, 0])));
  socket.on('close', forget).on('error', forget);
});
