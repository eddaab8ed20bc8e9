// fails: The token does not choose the algorithm
import { createHmac, timingSafeEqual } from 'node:crypto';

const read = (part) => {
  try {
    return JSON.parse(Buffer.from(part, 'base64url').toString());
  } catch {
    return undefined;
  }
};

export function verify(token, { secret, audience, now }) {
  const [header = '', payload = '', signature = '', ...more] = String(token).split('.');
  const { alg } = read(header) ?? {};
  const claims = read(payload);
  if (more.length > 0 || typeof claims !== 'object' || !claims) return undefined;
  if (alg !== 'none') {
    const expected = createHmac('sha256', secret).update(`${header}.${payload}`).digest();
    const found = Buffer.from(signature, 'base64url');
    if (found.length !== expected.length || !timingSafeEqual(found, expected)) return undefined;
  }
  if (typeof claims.exp !== 'number' || claims.exp <= now || claims.nbf > now) return undefined;
  return [claims.aud].flat().includes(audience) ? claims : undefined;
}
