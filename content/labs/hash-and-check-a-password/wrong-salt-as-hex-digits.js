// fails: The right password passes, and others don’t
import { randomBytes, scryptSync, timingSafeEqual } from 'node:crypto';

const today = { N: 4096, r: 8, p: 1 };

export function hashPassword(password) {
  const salt = randomBytes(16);
  const hash = scryptSync(password, salt.toString('hex'), 32, today);
  return ['scrypt', today.N, today.r, today.p, salt.toString('hex'), hash.toString('hex')].join('$');
}

export function checkPassword(password, stored) {
  const entry = read(stored);
  if (!entry) return false;
  try {
    return timingSafeEqual(scryptSync(password, entry.salt.toString('hex'), 32, entry.parameters), entry.hash);
  } catch {
    return false;
  }
}

export function needsRehash(stored) {
  const { N, r, p } = read(stored)?.parameters ?? {};
  return N !== today.N || r !== today.r || p !== today.p;
}

function read(stored) {
  const found = /^scrypt\$(\d+)\$(\d+)\$(\d+)\$([0-9a-f]{32})\$([0-9a-f]{64})$/.exec(stored);
  if (!found) return undefined;
  const [N, r, p] = found.slice(1, 4).map(Number);
  return { parameters: { N, r, p }, salt: Buffer.from(found[4], 'hex'), hash: Buffer.from(found[5], 'hex') };
}
