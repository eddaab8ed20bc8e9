import { generateKeyPair, SignJWT } from 'jose';

const { publicKey, privateKey } = await generateKeyPair('ES256');
export { publicKey };

/** A token of the login service, or, with changes, of someone else. */
export function token(sub, changes = {}) {
  const { key = privateKey, ...others } = changes;
  const claims = {
    iss: 'https://login.warm.example',
    aud: 'heating',
    exp: Math.floor(Date.now() / 1000) + 300,
    role: 'customer',
    sub,
    ...others,
  };
  return new SignJWT(claims).setProtectedHeader({ alg: 'ES256' }).sign(key);
}

export function createDevices(count = 2) {
  const device = (n) => ({
    id: `d${n}`,
    owner: n === 1 ? 'ana' : `user${n}`,
    room: 'hall',
    target: 21,
    wifiKey: `key-${n}`,
  });
  const ids = Array.from({ length: count }, (_, n) => n + 1);
  return new Map(ids.map((n) => [`d${n}`, device(n)]));
}

export function open(app) {
  const server = app.listen(0);
  const url = `http://localhost:${server.address().port}`;
  async function send(method, path, options = {}) {
    const { bearer, body, headers = {} } = options;
    const res = await fetch(url + path, {
      method,
      headers: {
        ...(bearer && { authorization: `Bearer ${bearer}` }),
        ...(body && { 'content-type': 'application/json' }),
        ...headers,
      },
      body,
    });
    return { status: res.status, headers: res.headers, body: await res.text() };
  }
  return { send, close: () => server.close() };
}
