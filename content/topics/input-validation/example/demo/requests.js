// Sends the same bookings to the naive app and to the fixed one.
import { once } from 'node:events';
import { createApp } from '../src/app.js';
import { createDatabase } from '../src/database.js';
import { createNaiveApp } from '../src/naive.js';

console.error = () => {}; // what the server logs
const naive = process.argv[2] === 'naive';
const db = await createDatabase({ naive });
const app = naive ? createNaiveApp(db) : createApp(db, () => '2026-11-23');
const server = app.listen(0);
await once(server, 'listening');
const url = `http://localhost:${server.address().port}/bookings`;

const good = {
  room: 11,
  name: "Sean O'Brien",
  guests: 2,
  arrival: '2027-02-26',
  departure: '2027-02-28',
};
await book('the form', {});
await book('two whole persons fewer', { room: 12, guests: -2 });
await book('one field more than the form', { room: 21, status: 'paid' });
await book('a day that does not exist', { departure: '2027-02-30' });
await book('the wrong types', { name: { $ne: null }, guests: '2' });
await book('the same room for the same nights', { name: 'Mina Sato' });

async function book(what, changes) {
  const res = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ ...good, ...changes }),
  });
  const isJson = /json/.test(res.headers.get('content-type'));
  const body = isJson ? await res.text() : 'an error page in HTML';
  console.log(`${what}: ${JSON.stringify(changes)}\n    ${res.status} ${body}`);
}

server.close();
await db.close();
