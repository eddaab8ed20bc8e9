// A solution of the Chat API without packages: one instance, messages in memory, and as much of the WebSocket protocol as it needs.
import { createHash, randomBytes } from 'node:crypto';
import { check, Problem, serve } from '../serve.mjs';

const rooms = new Map();
const tickets = new Map();
const sockets = new Set();
const origins = new Set(['http://localhost:3000', 'http://localhost:5173']);
let lastRoom = 0;

function userOf({ bearer }) {
  const [, id] = /^test-user-(\d+)$/.exec(bearer ?? '') ?? [];
  if (!id) throw new Problem(401, 'token', 'A valid token is needed');
  return id;
}
function roomOf(id, user) {
  const room = rooms.get(String(id));
  if (!room?.members.has(user)) throw new Problem(404, 'not-found', 'There is no such room');
  return room;
}

// The limit of both ways: ten messages in ten seconds.
const sent = new Map();
function limit(user) {
  const recent = (sent.get(user) ?? []).filter((at) => at > Date.now() - 10_000);
  if (recent.length >= 10) throw new Problem(429, 'rate-limited', 'Too many messages', { headers: { 'retry-after': '10' } });
  sent.set(user, [...recent, Date.now()]);
}

/** Stores a message, or finds the one that was stored with this clientId. */
function post(roomId, user, { clientId, body }) {
  const room = roomOf(roomId, user);
  check(
    ['clientId', typeof clientId === 'string' && clientId !== '' && clientId.length <= 64, 'must have 1 to 64 characters'],
    ['body', typeof body === 'string' && body.trim() !== '' && body.length <= 4000, 'must have 1 to 4,000 characters'],
  );
  const known = room.byClientId.get(`${user} ${clientId}`);
  if (known) return { message: known, isNew: false };
  limit(user);
  const message = { seq: room.messages.length + 1, sender: user, body, sentAt: new Date().toISOString() };
  room.messages.push(message);
  room.byClientId.set(`${user} ${clientId}`, message);
  for (const socket of sockets) if (room.members.has(socket.user)) socket.say({ type: 'message', room: room.id, ...message });
  return { message, isNew: true };
}

const server = serve({
  'POST /rooms': async (context) => {
    const user = userOf(context);
    const { name } = await context.json();
    check(['name', typeof name === 'string' && name.trim() !== '', 'must be there']);
    const room = { id: String(++lastRoom), name, members: new Set([user]), messages: [], byClientId: new Map() };
    rooms.set(room.id, room);
    return { status: 201, body: { id: room.id, name } };
  },
  'PUT /rooms/{id}/members/{user}': (context) => {
    roomOf(context.params.id, userOf(context)).members.add(context.params.user);
    return { status: 204 };
  },
  'DELETE /rooms/{id}/members/{user}': (context) => {
    roomOf(context.params.id, userOf(context)).members.delete(context.params.user);
    return { status: 204 };
  },
  'GET /rooms/{id}/messages': (context) => {
    const room = roomOf(context.params.id, userOf(context));
    const [after, most] = [context.query.get('after') ?? '0', context.query.get('limit') ?? '100'];
    if (!/^\d+$/.test(after) || !/^\d+$/.test(most) || Number(most) < 1 || Number(most) > 100) throw new Problem(400, 'query', 'A parameter is not valid');
    return { body: { items: room.messages.slice(Number(after), Number(after) + Number(most)) } };
  },
  'POST /rooms/{id}/messages': async (context) => {
    const user = userOf(context);
    roomOf(context.params.id, user);
    const { message, isNew } = post(context.params.id, user, await context.json());
    return { status: isNew ? 201 : 200, body: message };
  },
  'PUT /rooms/{id}/read': async (context) => {
    roomOf(context.params.id, userOf(context));
    const { seq } = await context.json();
    check(['seq', Number.isInteger(seq) && seq >= 0, 'must be a number']);
    return { status: 204 };
  },
  'POST /socket-tickets': (context) => {
    const ticket = randomBytes(24).toString('base64url');
    tickets.set(ticket, { user: userOf(context), until: Date.now() + 30_000 });
    return { status: 201, body: { ticket } };
  },
  'GET /socket': () => ({ status: 426, headers: { upgrade: 'websocket' } }),
});

server.on('upgrade', (request, socket) => {
  const url = new URL(request.url, 'http://localhost');
  const refuse = (status) => socket.end(`HTTP/1.1 ${status} Refused\r\nContent-Length: 0\r\nConnection: close\r\n\r\n`);
  const { origin, 'sec-websocket-key': key } = request.headers;
  if (origin !== undefined && !origins.has(origin)) return refuse(403);
  const name = url.searchParams.get('ticket');
  const ticket = tickets.get(name);
  tickets.delete(name);
  if (!ticket || ticket.until < Date.now() || !key) return refuse(401);
  const accept = createHash('sha1').update(`${key}258EAFA5-E914-47DA-95CA-C5AB0DC85B11`).digest('base64');
  socket.write(`HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${accept}\r\n\r\n`);
  talk(socket, ticket.user);
});

function frameOf(opcode, payload) {
  const { length } = payload;
  const head = length < 126 ? Buffer.from([0x80 | opcode, length]) : Buffer.from([0x80 | opcode, 126, length >> 8, length & 0xff]);
  return Buffer.concat([head, payload]);
}

function talk(socket, user) {
  const client = { user, say: (frame) => socket.write(frameOf(1, Buffer.from(JSON.stringify(frame)))) };
  const close = (code) => {
    sockets.delete(client);
    const payload = Buffer.alloc(2);
    payload.writeUInt16BE(code);
    socket.end(frameOf(8, payload));
  };
  sockets.add(client);
  let bytes = Buffer.alloc(0);
  socket.on('data', (chunk) => {
    bytes = Buffer.concat([bytes, chunk]);
    for (;;) {
      if (bytes.length < 2) return;
      const short = bytes[1] & 0x7f;
      const headLength = short === 127 ? 10 : short === 126 ? 4 : 2;
      if (bytes.length < headLength) return;
      const length = short === 127 ? Number(bytes.readBigUInt64BE(2)) : short === 126 ? bytes.readUInt16BE(2) : short;
      if (length > 16 * 1024) return close(1009);
      if (bytes.length < headLength + 4 + length) return;
      const mask = bytes.subarray(headLength, headLength + 4);
      const payload = Buffer.from(bytes.subarray(headLength + 4, headLength + 4 + length).map((byte, index) => byte ^ mask[index % 4]));
      const opcode = bytes[0] & 0x0f;
      bytes = bytes.subarray(headLength + 4 + length);
      if (opcode === 8) return close(1000);
      if (opcode === 9) socket.write(frameOf(10, payload));
      if (opcode === 1) receive(client, payload.toString());
    }
  });
  for (const event of ['error', 'close']) socket.on(event, () => sockets.delete(client));
}

function receive(client, text) {
  let frame;
  try {
    frame = Object(JSON.parse(text));
    const { message } = post(frame.room, client.user, frame);
    client.say({ type: 'ack', clientId: frame.clientId, room: frame.room, seq: message.seq });
  } catch (error) {
    const code = error instanceof Problem ? error.body.type.split('/').at(-1) : 'malformed';
    client.say({ type: 'error', clientId: frame?.clientId, code });
  }
}
