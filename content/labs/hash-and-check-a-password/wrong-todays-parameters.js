// fails: An entry with other parameters can still be checked
import { randomBytes, scryptSync, timingSafeEqual } from 'node:crypto';

const options = { N: 4096, r: 8, p: 1 };
export function hashPassword(password) {
  const salt = randomBytes(16);
  return `scrypt$4096$8$1$${salt.toString('hex')}$${scryptSync(password, salt, 32, options).toString('hex')}`;
}
export function checkPassword(password, stored) {
  const [, , , , salt, hash] = stored.split('$');
  if (salt?.length !== 32 || hash?.length !== 64) return false;
  return timingSafeEqual(scryptSync(password, Buffer.from(salt, 'hex'), 32, options), Buffer.from(hash, 'hex'));
}
export const needsRehash = (stored) => !stored.startsWith('scrypt$4096$8$1$');
