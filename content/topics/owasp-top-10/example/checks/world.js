import { setTimeout as sleep } from 'node:timers/promises';
import { createBookingsOf } from '../src/bookings.js';

/** A fresh service with two passengers, and a client for it. */
export async function openWorld(createApp, changes = {}) {
  const paid = [];
  const bookings = new Map();
  for (const [id, owner] of ['ana', 'ben'].entries()) {
    bookings.set(String(id), {
      id: String(id),
      owner,
      name: '<img src=x onerror=alert(1)>',
      route: 'Kiel to <img src=x onerror=alert(1)>',
      price: 90,
      passport: 'P4711',
      status: 'pending',
    });
  }
  const move = async (amount) => {
    await sleep(20); // long enough for a second request to come in between
    paid.push(amount);
    return 'paid';
  };
  const pay = {
    charge: (id, amount) => move(amount),
    refund: (id, amount) => move(-amount),
  };
  const fraud = async () => 'ok';
  const log = () => {};
  const bookingsOf = createBookingsOf(bookings);
  const app = createApp({
    ...{ bookings, bookingsOf, fraud, pay, log },
    ...changes,
  });
  const server = app.listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));

  async function send(method, path, { user = 'ana', body } = {}) {
    const url = `http://127.0.0.1:${server.address().port}${path}`;
    const headers = { 'content-type': 'application/json' };
    if (user) headers['x-user'] = user;
    const json = body && JSON.stringify(body);
    const res = await fetch(url, { method, headers, body: json });
    return { status: res.status, text: await res.text() };
  }
  const close = () => server.close();
  return { app, bookings, paid, send, close };
}
