import { randomBytes } from 'node:crypto';

// #region sessions
const HALF_AN_HOUR = 1800;

export async function startSession(client, user) {
  const id = randomBytes(32).toString('base64url');
  await client.set(`session:${id}`, JSON.stringify({ user }), {
    expiration: { type: 'EX', value: HALF_AN_HOUR },
  });
  return id;
}

export async function findSession(client, id) {
  const text = await client.getEx(`session:${id}`, {
    type: 'EX',
    value: HALF_AN_HOUR,
  });
  return text === null ? null : JSON.parse(text);
}
// #endregion sessions
