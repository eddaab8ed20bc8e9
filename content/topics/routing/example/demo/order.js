import express from 'express';
import fastify from 'fastify';
import { once } from 'node:events';

// #region order
const routes = [
  ['/episodes/:id', (id) => `no episode with id ${id}`],
  ['/episodes/latest', () => 'the latest episode'],
];

const app = express();
for (const [path, answer] of routes) {
  app.get(path, (req, res) => res.send(answer(req.params.id)));
}
const server = app.listen(0);
await once(server, 'listening');
const url = `http://localhost:${server.address().port}/episodes/latest`;
console.log('Express:', await (await fetch(url)).text());

const other = fastify();
for (const [path, answer] of routes) {
  other.get(path, async (req) => answer(req.params.id));
}
const res = await other.inject('/episodes/latest');
console.log('Fastify:', res.body);
// #endregion order

server.close();
server.closeAllConnections();
await other.close();
