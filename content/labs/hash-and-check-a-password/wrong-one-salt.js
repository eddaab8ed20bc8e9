// fails: Equal passwords have different entries
import { scryptSync, timingSafeEqual } from 'node:crypto';

const common = Buffer.from('pepper-and-salt!');
export const hashPassword = (password) =>
  `scrypt$4096$8$1$${common.toString('hex')}$${scryptSync(password, common, 32, { N: 4096, r: 8, p: 1 }).toString('hex')}`;
export function checkPassword(password, stored) {
  const [, N, r, p, salt, hash] = stored.split('$');
  if (salt?.length !== 32 || hash?.length !== 64) return false;
  return timingSafeEqual(scryptSync(password, Buffer.from(salt, 'hex'), 32, { N: Number(N), r: Number(r), p: Number(p) }), Buffer.from(hash, 'hex'));
}
export const needsRehash = (stored) => !stored.startsWith('scrypt$4096$8$1$');
