// Chat API, tested from outside. Start your server, then run
//
//   BASE_URL=http://localhost:3000 node --test chat-api.test.mjs
//
// Needs Node.js 22 or later and no package. Every run creates rooms and users of its own.
// Not tested: a second instance, kill -9 and SIGTERM, clients that stop reading or vanish, a ticket after 30 seconds, how far
// someone has read, and limits over time.
import { randomInt, randomUUID } from 'node:crypto';
import { request as httpRequest } from 'node:http';
import { after, describe, it } from 'node:test';
import { base, call, expect } from '../kit.mjs';

const newUser = () => {
  const id = String(randomInt(1_000_000, 1_000_000_000));
  return { id, headers: { authorization: `Bearer test-user-${id}` } };
};
const as = ({ headers }, method, path, body) => call(method, path, { headers, body });
const open = [];
after(() => {
  for (const socket of open) socket.close();
});

/** A room with some members besides the one who creates it. */
async function newRoom(owner, ...others) {
  const response = await as(owner, 'POST', '/rooms', { name: 'Ward 3' });
  expect(response).status(201, 'for a new room').that(response.json?.id, 'an "id" of the room');
  for (const { id } of others)
    expect(await as(owner, 'PUT', `/rooms/${response.json.id}/members/${id}`)).status(204, 'for a new member');
  return response.json.id;
}
const send = (user, room, { clientId = randomUUID(), body = 'Good morning' } = {}) => as(user, 'POST', `/rooms/${room}/messages`, { clientId, body });
async function messages(user, room, query = 'after=0&limit=100') {
  const response = await as(user, 'GET', `/rooms/${room}/messages?${query}`);
  expect(response).status(200, 'for a member').that(Array.isArray(response.json?.items), 'an array "items"');
  return response;
}

async function newTicket(user) {
  const response = await as(user, 'POST', '/socket-tickets');
  expect(response).status(201, 'for a ticket').that(typeof response.json?.ticket === 'string', 'a text "ticket"');
  return response.json.ticket;
}

/** A socket with the frames that came, and a way to wait for one. */
async function connect(user) {
  const socket = new WebSocket(`${base.replace(/^http/u, 'ws')}/socket?ticket=${encodeURIComponent(await newTicket(user))}`);
  open.push(socket);
  const frames = [];
  const waiting = new Set();
  socket.addEventListener('message', ({ data }) => {
    frames.push(JSON.parse(data));
    for (const look of waiting) look();
  });
  await new Promise((resolve, reject) => {
    socket.addEventListener('open', resolve);
    socket.addEventListener('error', () => reject(new Error('GET /socket with a new ticket opened no WebSocket; the requirements ask for 101.')));
  });
  const closed = new Promise((resolve) => socket.addEventListener('close', ({ code }) => resolve(code)));
  /** The first frame that fits, for which it waits a second. */
  const next = (fits, wish) =>
    new Promise((resolve, reject) => {
      const look = () => {
        const found = frames.find(fits);
        if (!found) return;
        waiting.delete(look);
        clearTimeout(timer);
        resolve(found);
      };
      const timer = setTimeout(() => {
        waiting.delete(look);
        reject(new Error(`The socket got ${frames.length === 0 ? 'no frame' : `the frames ${JSON.stringify(frames).slice(0, 300)}`} within a second; the requirements ask for ${wish}.`));
      }, 1000);
      waiting.add(look);
      look();
    });
  return { socket, frames, next, closed, say: (frame) => socket.send(JSON.stringify({ type: 'send', ...frame })) };
}

/** The status of a request for a WebSocket that is refused. */
const upgrade = (path, headers = {}) =>
  new Promise((resolve, reject) => {
    const common = { connection: 'Upgrade', upgrade: 'websocket', 'sec-websocket-version': '13', 'sec-websocket-key': 'dGhlIHNhbXBsZSBub25jZQ==' };
    const sent = httpRequest(base + path, { headers: { ...common, ...headers } });
    const finish = ({ statusCode, headers: received }, socket) => {
      socket?.destroy();
      sent.destroy();
      resolve({ request: `GET ${path.slice(0, 40)} with Upgrade`, status: statusCode, headers: new Headers(received), text: '', json: undefined });
    };
    sent.on('response', (response) => finish(response)).on('upgrade', finish).on('error', reject).end();
  });

describe('Stage 1: Rooms over HTTP', () => {
  it('the creator of a room is its first member', async () => {
    const ada = newUser();
    const room = await newRoom(ada);
    expect(await messages(ada, room)).field('items', [], 'in a new room');
  });

  it('messages get the numbers 1, 2, 3', async () => {
    const ada = newUser();
    const room = await newRoom(ada);
    for (const seq of [1, 2, 3]) expect(await send(ada, room)).status(201, 'for a message').field('seq', seq);
  });

  it('a message is read as it was sent', async () => {
    const ada = newUser();
    const room = await newRoom(ada);
    await send(ada, room, { body: 'Bed 4: no <penicillin> 🙂' });
    await as(ada, 'POST', `/rooms/${room}/messages`, { clientId: 'x', body: 'By eve?', sender: '1', seq: 99, sentAt: '2020-01-01T00:00:00Z' });
    const response = await messages(ada, room);
    expect(response)
      .field('items.0.seq', 1)
      .field('items.0.sender', ada.id)
      .field('items.0.body', 'Bed 4: no <penicillin> 🙂')
      .that(!Number.isNaN(Date.parse(response.json.items[0].sentAt)), 'a moment in "sentAt"')
      .that(response.json.items.every(({ seq, sender, sentAt }) => seq <= 2 && sender === ada.id && !String(sentAt).startsWith('2020')), 'number, sender and time of the server, whatever the client sends');
  });

  it('the same clientId twice is one message', async () => {
    const [ada, bo] = [newUser(), newUser()];
    const room = await newRoom(ada, bo);
    const clientId = randomUUID();
    expect(await send(ada, room, { clientId })).status(201, 'for a message').field('seq', 1);
    expect(await send(ada, room, { clientId })).status(200, 'for a repetition').field('seq', 1, 'as the first time');
    const response = await messages(ada, room);
    expect(response).that(response.json.items.length === 1, 'one message');
    expect(await send(bo, room, { clientId })).status(201, 'for the same clientId of another sender').field('seq', 2);
    expect(await send(ada, await newRoom(ada), { clientId })).status(201, 'for the same clientId in another room').field('seq', 1);
  });

  it('after and limit read page by page', async () => {
    const ada = newUser();
    const room = await newRoom(ada);
    for (let count = 0; count < 5; count += 1) await send(ada, room);
    const seqs = async (query) => (await messages(ada, room, query)).json.items.map(({ seq }) => seq).join();
    const response = await messages(ada, room);
    expect(response)
      .that((await seqs('after=2&limit=2')) === '3,4', 'the messages 3 and 4 for after=2 and limit=2')
      .that((await seqs('after=4&limit=100')) === '5', 'message 5 for after=4');
    expect(await as(ada, 'GET', `/rooms/${room}/messages?after=x`)).status(400, 'for after=x');
  });

  it('someone who is not a member gets 404, as for an unknown room', async () => {
    const [ada, eve] = [newUser(), newUser()];
    const room = await newRoom(ada);
    const missing = await as(eve, 'GET', '/rooms/999999999/messages?after=0');
    expect(missing).status(404, 'for an unknown room');
    expect(await as(eve, 'GET', `/rooms/${room}/messages?after=0`)).status(404, 'for reading without being a member');
    expect(await send(eve, room)).status(404, 'for writing without being a member');
    expect(await as(eve, 'PUT', `/rooms/${room}/members/${eve.id}`)).status(404, 'for adding yourself to the room of others');
    expect(await as(eve, 'DELETE', `/rooms/${room}/members/${ada.id}`)).status(404, 'for removing a member of the room of others');
    expect(await as(eve, 'GET', `/rooms/${room}/messages?after=0`)).status(404, 'after the attempt to join');
    expect(await call('POST', '/rooms', { body: { name: 'x' } })).status(401, 'without a token');
  });

  it('a member who was removed reads and writes no more', async () => {
    const [ada, bo] = [newUser(), newUser()];
    const room = await newRoom(ada, bo);
    expect(await send(bo, room)).status(201, 'for a member');
    expect(await as(ada, 'DELETE', `/rooms/${room}/members/${bo.id}`)).status(204, 'for removing a member');
    expect(await as(bo, 'GET', `/rooms/${room}/messages?after=0`)).status(404, 'for a former member');
    expect(await send(bo, room)).status(404, 'for a former member');
  });

  it('50 messages at the same moment get 50 consecutive numbers', async () => {
    const [ada, ...others] = Array.from({ length: 10 }, newUser);
    const room = await newRoom(ada, ...others);
    const all = await Promise.all([ada, ...others].flatMap((user) => Array.from({ length: 5 }, () => send(user, room))));
    for (const response of all) expect(response).status(201, 'for each of 50 messages at the same moment');
    const numbers = all.map(({ json }) => json.seq).sort((a, b) => a - b);
    expect(all[0]).that(numbers.every((seq, index) => seq === index + 1), `the numbers 1 to 50, each once (they got ${numbers.join()})`);
  });
});

describe('Stage 2: A socket', () => {
  it('a message that was sent is acknowledged with its number', async () => {
    const ada = newUser();
    const room = await newRoom(ada);
    const { say, next } = await connect(ada);
    say({ room, clientId: 'a1', body: 'Hello' });
    const ack = await next(({ type, clientId }) => type === 'ack' && clientId === 'a1', 'an ack with the clientId a1');
    expect(await messages(ada, room)).field('items.0.seq', ack.seq, 'as in the ack').field('items.0.body', 'Hello');
  });

  it('every member gets it within a second', async () => {
    const [ada, bo] = [newUser(), newUser()];
    const room = await newRoom(ada, bo);
    const [one, other] = [await connect(ada), await connect(bo)];
    one.say({ room, clientId: 'a1', body: 'Hello Bo' });
    const frame = await other.next(({ type }) => type === 'message', 'the message for the other member');
    expect(await messages(bo, room))
      .field('items.0.body', frame.body, 'as in the frame')
      .field('items.0.sender', frame.sender)
      .field('items.0.seq', frame.seq)
      .that(String(frame.room) === String(room), `"room": "${room}" in the frame (it is ${frame.room})`);
  });

  it('a message sent over HTTP too', async () => {
    const [ada, bo] = [newUser(), newUser()];
    const room = await newRoom(ada, bo);
    const { next } = await connect(bo);
    expect(await send(ada, room, { body: 'By HTTP' })).status(201, 'for a message');
    await next(({ type, body }) => type === 'message' && body === 'By HTTP', 'the message that was sent over HTTP');
  });

  it('the same clientId over both ways is one message', async () => {
    const ada = newUser();
    const room = await newRoom(ada);
    const { say, next } = await connect(ada);
    const clientId = randomUUID();
    expect(await send(ada, room, { clientId })).status(201, 'for a message').field('seq', 1);
    say({ room, clientId, body: 'Good morning' });
    const ack = await next(({ type }) => type === 'ack', 'an ack of the repetition');
    const response = await messages(ada, room);
    expect(response).field('items.0.seq', ack.seq, 'as in the ack of the repetition').that(response.json.items.length === 1, 'one message');
  });

  it('two clients see the same order', async () => {
    const [ada, bo] = [newUser(), newUser()];
    const room = await newRoom(ada, bo);
    const both = [await connect(ada), await connect(bo)];
    for (let count = 0; count < 5; count += 1) for (const { say } of both) say({ room, clientId: randomUUID(), body: String(count) });
    const orders = [];
    for (const { next, frames } of both) {
      await next(({ type, seq }) => type === 'message' && seq === 10, 'message 10');
      const seen = frames.filter(({ type }) => type === 'message').toSorted((a, b) => a.seq - b.seq);
      orders.push(seen.map(({ seq, sender, body }) => `${seq} ${sender} ${body}`).join());
    }
    expect(await messages(ada, room)).that(orders[0] === orders[1], 'the same messages under the same numbers for both clients');
  });

  it('a message to a room of others gets an error frame', async () => {
    const [ada, eve] = [newUser(), newUser()];
    const room = await newRoom(ada);
    const { say, next } = await connect(eve);
    say({ room, clientId: 'e1', body: 'Hello?' });
    await next(({ type, clientId }) => type === 'error' && clientId === 'e1', 'an error with the clientId e1');
    expect(await messages(ada, room)).field('items', [], 'after a message of someone who is no member');
  });
});

describe('Stage 3: Who may connect', () => {
  it('without a valid ticket the upgrade returns 401', async () => {
    expect(await upgrade('/socket')).status(401, 'without a ticket');
    expect(await upgrade('/socket?ticket=invented')).status(401, 'for an invented ticket');
  });

  it('a ticket works once', async () => {
    const ticket = await newTicket(newUser());
    expect(await upgrade(`/socket?ticket=${encodeURIComponent(ticket)}`)).status(101, 'for a new ticket');
    expect(await upgrade(`/socket?ticket=${encodeURIComponent(ticket)}`)).status(401, 'for a ticket that was used');
  });

  it('another origin returns 403', async () => {
    const ticket = await newTicket(newUser());
    expect(await upgrade(`/socket?ticket=${encodeURIComponent(ticket)}`, { origin: 'https://evil.example' })).status(403, 'for an Origin that is not on the list');
  });

  it('a request without Upgrade returns 426', async () => {
    expect(await call('GET', `/socket?ticket=${encodeURIComponent(await newTicket(newUser()))}`)).status(426, 'without Upgrade');
  });

  it('a ticket needs a token', async () => {
    expect(await call('POST', '/socket-tickets')).status(401, 'without a token');
  });
});

describe('Stage 4: Away, removed, too much', () => {
  it('a client that was away reads what it missed', async () => {
    const [ada, bo] = [newUser(), newUser()];
    const room = await newRoom(ada, bo);
    const first = await connect(bo);
    await send(ada, room, { body: 'one' });
    await first.next(({ seq }) => seq === 1, 'message 1');
    first.socket.close();
    await first.closed;
    for (const body of ['two', 'three']) await send(ada, room, { body });
    const response = await messages(bo, room, 'after=1&limit=100');
    expect(response).that(response.json.items.map(({ body }) => body).join() === 'two,three', 'the two messages that were sent meanwhile');
  });

  it('a member who was removed gets nothing more, although the socket stays open', async () => {
    const [ada, bo] = [newUser(), newUser()];
    const room = await newRoom(ada, bo);
    const { frames, next, say } = await connect(bo);
    await send(ada, room, { body: 'before' });
    await next(({ body }) => body === 'before', 'the message before the removal');
    expect(await as(ada, 'DELETE', `/rooms/${room}/members/${bo.id}`)).status(204, 'for removing a member');
    const response = await send(ada, room, { body: 'after' });
    expect(response).status(201, 'for a message');
    await new Promise((resolve) => setTimeout(resolve, 1000));
    expect(response).that(!frames.some(({ body }) => body === 'after'), 'no frame for a member who was removed');
    say({ room, clientId: 'b1', body: 'Still here?' });
    await next(({ type, clientId }) => type === 'error' && clientId === 'b1', 'an error with the clientId b1 for a former member');
  });

  it('a frame above 16 KiB closes the socket with 1009', async () => {
    const ada = newUser();
    const room = await newRoom(ada);
    const { say, closed } = await connect(ada);
    say({ room, clientId: 'big', body: 'x'.repeat(17 * 1024) });
    const code = await Promise.race([closed, new Promise((resolve) => setTimeout(resolve, 3000, 'no code'))]);
    expect(await messages(ada, room)).that(code === 1009, `the code 1009 for a frame above 16 KiB (the socket closed with ${code})`).field('items', []);
  });

  it('more than 10 messages in 10 seconds get an error frame', async () => {
    const ada = newUser();
    const room = await newRoom(ada);
    const { say, next } = await connect(ada);
    for (let count = 0; count < 15; count += 1) say({ room, clientId: `m${count}`, body: 'x' });
    const frame = await next(({ type }) => type === 'error', 'an error frame for 15 messages at once');
    expect(await messages(ada, room)).that(frame.code === 'rate-limited', `the code rate-limited in the error frame (it is ${frame.code})`);
  });
});
