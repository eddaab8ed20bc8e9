import { once } from 'node:events';
import http from 'node:http';
import { connect } from 'node:net';
import * as fixed from '../src/client.js';
import * as naive from '../src/naive-client.js';
import { createHandler } from '../src/handler.js';

const { post } = process.argv[2] === 'fixed' ? fixed : naive;
const store = { readings: [], notes: [] };
const server = http.createServer(createHandler(store)).listen(0);
await once(server, 'listening');

const socket = connect(server.address().port);
const connection = new fixed.Connection(socket);
for (const station of ['Kehl', 'Wörth', 'Kehl']) {
  const body = JSON.stringify({ station, cm: 41 });
  try {
    const { status } = await connection.send(
      post('/readings', 'application/json', body),
    );
    console.log(`${station}: ${status}`);
  } catch (error) {
    console.log(`${station}: ${error.message}`);
  }
}
console.log(`stored: ${store.readings.length} of 3`);
socket.destroy();
server.close();
