/** Replays the requests of that morning with a fake clock. */
export async function replay(createAuth) {
  let now = 0;
  const auth = createAuth({ now: () => now });
  const at = (hours, minutes, seconds = 0) => {
    now = Date.UTC(2026, 0, 1, hours, minutes, seconds);
  };
  const idOf = (token) => JSON.parse(Buffer.from(token.split('.')[0], 'base64url').toString()).id;
  const show = (what, device, text) =>
    console.log(`${new Date(now).toISOString().slice(11, 19)}  ${what.padEnd(13)}  ${device.padEnd(7)}  ${text}`);

  async function login(device) {
    const body = JSON.stringify({ user: 'mina', password: 'correct' });
    const response = await auth(new Request('http://shop.test/login', { method: 'POST', body }));
    const tokens = await response.json();
    show('POST /login', device, `access ${idOf(tokens.access)}, refresh ${idOf(tokens.refresh)}`);
    return tokens;
  }
  async function send(method, path, device, token) {
    const headers = { Authorization: `Bearer ${token}` };
    const response = await auth(new Request(`http://shop.test${path}`, { method, headers }));
    const body = response.status === 200 ? await response.json() : {};
    const made = body.access ? `, access ${idOf(body.access)}` : '';
    show(`${method.padEnd(4)} ${path}`, device, `${idOf(token)} -> ${response.status}${made}`);
    return body.access;
  }

  at(9, 30);
  const phone = await login('phone');
  at(10, 0);
  const library = await login('library');
  at(10, 4);
  const second = await send('POST', '/refresh', 'library', library.refresh);
  at(10, 5);
  await send('POST', '/logout', 'library', second);
  at(10, 5, 1);
  await send('GET', '/account', 'library', second);
  at(10, 5, 2);
  await send('GET', '/account', 'library', library.access);
  at(10, 14, 59);
  await send('GET', '/account', 'phone', phone.access);
  at(10, 15);
  const third = await send('POST', '/refresh', 'library', library.refresh);
  at(10, 15, 1);
  await send('GET', '/account', 'library', third ?? second);
}
