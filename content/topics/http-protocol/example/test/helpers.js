import { once } from 'node:events';
import http from 'node:http';
import { connect, createServer } from 'node:net';
import { Connection } from '../src/client.js';
import { createHandler } from '../src/handler.js';

export async function startApi(t) {
  const store = { readings: [], notes: [] };
  const server = http.createServer(createHandler(store)).listen(0);
  await once(server, 'listening');
  t.after(() => server.close());
  return { store, port: server.address().port };
}

export async function open(t, port) {
  const socket = connect(port);
  await once(socket, 'connect');
  t.after(() => socket.destroy());
  return { socket, connection: new Connection(socket) };
}

// A server that waits for a request and then does what you tell it.
export async function startRaw(t, respond) {
  const server = createServer((socket) => {
    socket.on('error', () => {});
    socket.once('data', () => respond(socket));
  }).listen(0);
  await once(server, 'listening');
  t.after(() => server.close());
  return server.address().port;
}
