// A receiver that believes everything it gets.
import { once } from 'node:events';
import express from 'express';
import { play } from './three-deliveries.js';

const finished = [];
const app = express();
app.post('/hooks', express.json(), (req, res) => {
  finished.push(req.body.data.job);
  res.sendStatus(204);
});

const server = app.listen(0);
await once(server, 'listening');
await play(server.address().port);
console.log('finished jobs:', finished);
server.close();
server.closeAllConnections();
