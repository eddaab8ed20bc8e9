import { maxOf } from './notes.ts';

/** An address that is safe to store and open, or a sentence that tells the reader why it isn't. */
export type ReadAddress =
  | { readonly ok: true; readonly address: string }
  | { readonly ok: false; readonly reason: string };

/**
 * Reads an address that someone typed or pasted; https is added where the scheme is missing.
 * Only http and https are accepted, because other schemes might run code when they are opened.
 */
export function readOwnAddress(text: string): ReadAddress {
  const typed = text.trim();
  if (typed === '') return refuse('Type or paste a link first.');
  const hasScheme = /^[a-z][a-z0-9+.-]*:/iu.test(typed);
  const whole = hasScheme ? typed : `https://${typed}`;
  if (!URL.canParse(whole)) return refuse(noAddress);
  const url = new URL(whole);
  if (url.protocol !== 'https:' && url.protocol !== 'http:')
    return refuse('Only links that start with https:// or http:// can be saved.');
  if (url.username !== '' || url.password !== '')
    return refuse('This link contains a user name or password. Remove it first.');
  if (!hasScheme && !url.hostname.includes('.')) return refuse(noAddress);
  if (url.href.length > maxOf.address) return refuse(`A link can have at most ${maxOf.address} characters.`);
  return { ok: true, address: url.href };
}

const noAddress = 'This is not a link. A link looks like https://example.com/page.';

const refuse = (reason: string): ReadAddress => ({ ok: false, reason });

/** Whether a stored or imported text is exactly what `readOwnAddress` would return for it. */
export function isOwnAddress(text: string): boolean {
  const read = readOwnAddress(text);
  return read.ok && read.address === text;
}
