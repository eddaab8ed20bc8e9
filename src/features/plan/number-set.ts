import { fromBase64Url, toBase64Url } from '#lib/base64url.ts';

/** Numbers above this are passed over: a hostile address must not fill the memory. */
const mostNumber = 8000;

/** Writes numbers from 0 as one bit each: three hundred numbers take 51 characters. */
export function encodeNumbers(numbers: Iterable<number>): string {
  const list = [...numbers].filter((number) => number <= mostNumber);
  const bytes = new Uint8Array((Math.max(-1, ...list) >> 3) + 1);
  for (const number of list) bytes[number >> 3] = (bytes[number >> 3] ?? 0) | (1 << (number & 7));
  return toBase64Url(bytes);
}

/** Reads what `encodeNumbers` wrote; undefined when the text is something else. */
export function decodeNumbers(text: string): ReadonlySet<number> | undefined {
  if (text.length > mostNumber / 6) return undefined;
  const bytes = fromBase64Url(text);
  return bytes && new Set([...bytes].flatMap((byte, place) => bitsOf(byte).map((bit) => place * 8 + bit)));
}

const bitsOf = (byte: number) => [0, 1, 2, 3, 4, 5, 6, 7].filter((bit) => (byte >> bit) & 1);
