import { createHmac, timingSafeEqual } from 'node:crypto';

// #region links
/**
 * Signs links with one key and checks them with all.
 * @param keys for example { current: 'june', march: '…', june: '…' }
 */
export function createSigner({ current, ...keys }) {
  if (!Object.hasOwn(keys, current))
    throw new Error('the current key is missing');
  if (Object.values(keys).some((key) => key.length < 32))
    throw new Error('a key is too short');
  if (!Object.keys(keys).every((id) => /^[\w-]+$/.test(id)))
    throw new Error('a key has a name that a link cannot contain');
  const mac = (id, text) =>
    createHmac('sha256', keys[id]).update(`${id}.${text}`).digest();

  return {
    sign(text) {
      return `${text}.${current}.${mac(current, text).toString('base64url')}`;
    },

    /** @returns the text, or undefined if the signature isn't ours */
    verify(signed) {
      const [, text, id, signature] =
        /^(.*)\.([\w-]+)\.([\w-]+)$/s.exec(signed) ?? [];
      if (id === undefined || !Object.hasOwn(keys, id)) return undefined;
      const given = Buffer.from(signature, 'base64url');
      const expected = mac(id, text);
      if (given.length !== expected.length) return undefined;
      return timingSafeEqual(given, expected) ? text : undefined;
    },
  };
}
// #endregion links
