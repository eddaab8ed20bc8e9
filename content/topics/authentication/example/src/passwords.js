import argon2 from 'argon2';
import { randomBytes } from 'node:crypto';

// #region store
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }; // KiB, passes

export const hashPassword = (password) =>
  argon2.hash(password.normalize('NFC'), cost);

export const isOutdated = (hash) => argon2.needsRehash(hash, cost);
// #endregion store

// #region verify
const decoy = await hashPassword(randomBytes(16).toString('hex'));

/** @param hash undefined if there's no such account */
export async function isRight(hash, password) {
  const guess = password.normalize('NFC');
  const matches = await argon2.verify(hash ?? decoy, guess);
  return hash !== undefined && matches;
}
// #endregion verify

// #region rules
/** What's wrong with a new password, as a sentence; undefined if nothing. */
export async function problemOf(password, { isLeaked }) {
  const length = [...password].length;
  if (length < 15) return 'Use at least 15 characters. A sentence works well.';
  if (length > 200) return 'Use at most 200 characters.';
  if (await isLeaked(password))
    return 'This password is on a list of leaked ones.';
  return undefined;
}
// #endregion rules
