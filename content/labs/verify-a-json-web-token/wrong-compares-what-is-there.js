// fails: A wrong signature is refused
import { createHmac } from 'node:crypto';

const read = (part) => {
  try {
    return JSON.parse(Buffer.from(part, 'base64url').toString());
  } catch {
    return undefined;
  }
};

export function verify(token, { secret, audience, now }) {
  const [header = '', payload = '', signature = '', ...more] = String(token).split('.');
  if (more.length > 0 || read(header)?.alg !== 'HS256') return undefined;
  const expected = createHmac('sha256', secret).update(`${header}.${payload}`).digest();
  const found = Buffer.from(signature, 'base64url');
  if (!found.equals(expected.subarray(0, found.length))) return undefined;
  const claims = read(payload);
  if (typeof claims !== 'object' || !claims || typeof claims.exp !== 'number' || claims.exp <= now || claims.nbf > now) return undefined;
  return [claims.aud].flat().includes(audience) ? claims : undefined;
}
