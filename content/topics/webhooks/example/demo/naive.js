// A receiver that believes everything it gets.
import express from 'express';
import { once } from 'node:events';

const finished = [];
const app = express();
app.post('/hooks', express.json(), (req, res) => {
  finished.push(req.body.data.job);
  res.sendStatus(204);
});

const server = app.listen(0);
await once(server, 'listening');
const url = `http://localhost:${server.address().port}/hooks`;
const deliver = (job) =>
  fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ type: 'transcript.ready', data: { job } }),
  });

await deliver(31); // the real one
await deliver(31); // again, because the sender didn't see the first response
await deliver(99); // from someone who found out the URL
console.log('finished jobs:', finished);
server.close();
server.closeAllConnections();
