import express from 'express';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';

const names = { 'k-17': 'Nordic Post', 'k-18': 'Alp Express' };
let customer; // one variable for all requests

const app = express();
app.use((req, res, next) => {
  customer = req.customer = names[req.get('X-Api-Key')];
  next();
});
app.get('/parcels', async (req, res) => {
  await sleep(10); // the database
  res.send(`variable: ${customer}, req: ${req.customer}`);
});

const server = app.listen(0);
await once(server, 'listening');
const ask = async (key) => {
  const url = `http://localhost:${server.address().port}/parcels`;
  const response = await fetch(url, { headers: { 'X-Api-Key': key } });
  console.log(`${names[key]} sees ${await response.text()}`);
};
await Promise.all([ask('k-17'), ask('k-18')]);
server.close();
server.closeAllConnections();
