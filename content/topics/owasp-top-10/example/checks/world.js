/** A fresh service with two passengers, and a client for it. */
export async function openWorld(createApp, changes = {}) {
  const paid = [];
  const bookings = new Map();
  for (const [id, owner] of ['ana', 'ben'].entries()) {
    const name = '<img src=x onerror=alert(1)>';
    bookings.set(String(id), {
      ...{ id: String(id), owner, name, route: 'Kiel to Oslo', price: 90 },
      ...{ passport: 'P4711', status: 'pending' },
    });
  }
  const pay = {
    charge: async (id, amount) => paid.push(amount) && 'paid',
    refund: async (id, amount) => paid.push(-amount) && 'paid',
  };
  const fraud = async () => 'ok';
  const log = () => {};
  const app = createApp({ bookings, fraud, pay, log, ...changes });
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
