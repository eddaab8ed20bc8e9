import { createHash, randomBytes } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';

// #region hashing
// Three formats: "md5:…" (old), "wrapped:$argon2id$…", and "$argon2id$…".
const slow = (text) =>
  hash(text, { memoryCost: 19_456, timeCost: 2, parallelism: 1 });
const md5 = (text) => createHash('md5').update(text).digest('hex');

export const isOld = (stored) => !stored.startsWith('$argon2id$');
export const hashPassword = (typed) => slow(typed.normalize('NFC'));
export const wrap = async (stored) =>
  `wrapped:${await slow(stored.slice('md5:'.length))}`;

const decoy = await slow(randomBytes(16).toString('hex'));

export async function matches(stored, typed) {
  if (stored?.startsWith('$')) return verify(stored, typed.normalize('NFC'));
  if (stored?.startsWith('wrapped:')) {
    return verify(stored.slice('wrapped:'.length), md5(typed));
  }
  await verify(decoy, typed); // so that every login takes as long
  return stored === `md5:${md5(typed)}`;
}
// #endregion hashing
