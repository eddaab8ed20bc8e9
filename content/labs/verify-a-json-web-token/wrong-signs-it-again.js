// fails: A good token gives its payload
// says: signs what it parsed and wrote again as JSON, instead of the two parts as they arrived.
import { createHmac, timingSafeEqual } from 'node:crypto';

export function verify(token, { secret, audience, now }) {
  const [header, payload, signature, ...more] = String(token).split('.');
  if (!payload || !signature || more.length > 0) return undefined;
  if (read(header)?.alg !== 'HS256') return undefined;

  const expected = createHmac('sha256', secret).update(`${Buffer.from(JSON.stringify(read(header))).toString('base64url')}.${Buffer.from(JSON.stringify(read(payload)) ?? '').toString('base64url')}`).digest();
  const found = Buffer.from(signature, 'base64url');
  if (found.length !== expected.length || !timingSafeEqual(found, expected)) return undefined;

  const claims = read(payload);
  if (typeof claims?.exp !== 'number' || claims.exp <= now) return undefined;
  if (claims.nbf !== undefined && !(typeof claims.nbf === 'number' && claims.nbf <= now)) return undefined;
  return [claims.aud].flat().includes(audience) ? claims : undefined;
}

function read(part) {
  try {
    return JSON.parse(Buffer.from(part, 'base64url').toString());
  } catch {
    return undefined;
  }
}
