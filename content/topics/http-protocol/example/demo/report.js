import { once } from 'node:events';
import http from 'node:http';
import { connect } from 'node:net';
import { Connection, get } from '../src/client.js';
import { createHandler } from '../src/handler.js';
import { send } from '../src/naive-client.js';

const server = http.createServer(createHandler()).listen(0);
await once(server, 'listening');
const socket = connect(server.address().port);

if (process.argv[2] === 'fixed') {
  const connection = new Connection(socket);
  for (const path of ['/report', '/gauges/12']) {
    const { body } = await connection.send(get(path));
    console.log(`${path}: ${body.trimEnd()}`);
  }
} else {
  for (const path of ['/report', '/gauges/12']) {
    const received = await send(socket, get(path));
    const short = received.replaceAll(/HTTP[^]*?\r\n\r\n/g, '[head]');
    console.log(`${path}:`, JSON.stringify(short));
  }
}
socket.destroy();
server.close();
