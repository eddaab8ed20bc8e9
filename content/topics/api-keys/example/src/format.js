import { createHash, randomBytes } from 'node:crypto';
import { crc32 } from 'node:zlib';

// #region format
const shape = /radar_(live|test)_([0-9a-f]{12})_([0-9a-f]{64})_([0-9a-f]{8})/g;

const checksum = (text) => crc32(text).toString(16).padStart(8, '0');

const hashOf = (text) => createHash('sha256').update(text).digest();

export function newKey(mode) {
  const id = randomBytes(6).toString('hex');
  const secret = randomBytes(32).toString('hex');
  const text = `radar_${mode}_${id}_${secret}`;
  return { key: `${text}_${checksum(text)}`, id, hash: hashOf(text) };
}

/** All keys in a text. A scanner of commits uses this, too. */
export function findKeys(text) {
  return [...text.matchAll(shape)].flatMap(([key, mode, id, secret, sum]) => {
    const body = key.slice(0, -9);
    if (checksum(body) !== sum) return [];
    return [{ key, mode, id, secret, hash: hashOf(body) }];
  });
}

/** The parts of a key, if the text is one and nothing else. */
export const parseKey = (text) =>
  findKeys(text).find(({ key }) => key === text);
// #endregion format
