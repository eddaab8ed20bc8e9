/** Bytes in which every passage that stood before is taken out, and the steps that put it back. */
export interface Folded {
  readonly literals: Uint8Array;
  /** Triples: how many literals to copy, how far back the passage begins, how long it is. */
  readonly steps: readonly number[];
}

/** The shortest passage that is taken out, in bytes. */
const shortest = 24;
/** Every fourth place is remembered as a place to find passages at. */
const stride = 4;
const factor = 31;
const leading = power(factor, shortest - 1);

/**
 * Takes out passages that stood before, however far back: gzip, which comes after, looks back 32 KB only, and pages of
 * a site repeat each other over greater distances. https://en.wikipedia.org/wiki/LZ77_and_LZ78
 */
export function foldRepeats(bytes: Uint8Array): Folded {
  const places = new Int32Array(1 << 18).fill(-1);
  const pieces: Uint8Array[] = [];
  const steps: number[] = [];
  let start = 0;
  let at = 0;
  let hash = hashAt(bytes, 0);
  while (at + shortest <= bytes.length) {
    const slot = (hash >>> 13) & (places.length - 1);
    const earlier = places[slot] ?? -1;
    const length = earlier < 0 ? 0 : commonLength(bytes, earlier, at);
    if (length >= shortest) {
      pieces.push(bytes.subarray(start, at));
      steps.push(at - start, at - earlier, length);
      at += length;
      start = at;
      hash = hashAt(bytes, at);
    } else {
      if (at % stride === 0) places[slot] = at;
      const [first = 0, next = 0] = [bytes[at], bytes[at + shortest]];
      hash = (Math.imul(hash - Math.imul(first, leading), factor) + next) | 0;
      at += 1;
    }
  }
  pieces.push(bytes.subarray(start));
  return { literals: concat(pieces), steps };
}

/**
 * Puts the passages back.
 * @param length of the bytes as they were before folding.
 * @throws when the steps do not fit, so that damaged bytes never pass for whole ones.
 */
export function unfoldRepeats({ literals, steps }: Folded, length: number): Uint8Array {
  const bytes = new Uint8Array(length);
  let read = 0;
  let written = 0;
  for (let index = 0; index < steps.length; index += 3) {
    const [fresh = 0, back = 0, repeated = 0] = steps.slice(index, index + 3);
    bytes.set(literals.subarray(read, read + fresh), written);
    read += fresh;
    written += fresh;
    if (back < 1 || back > written || written + repeated > length) throw new RangeError('The steps do not fit.');
    // Byte by byte, because a passage may overlap its own repetition.
    for (const end = written + repeated; written < end; written += 1) bytes[written] = bytes[written - back] ?? 0;
  }
  if (written + literals.length - read !== length) throw new RangeError('The bytes do not add up.');
  bytes.set(literals.subarray(read), written);
  return bytes;
}

/** Bytes one after the other. */
export function concat(pieces: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    bytes.set(piece, at);
    at += piece.length;
  }
  return bytes;
}

function hashAt(bytes: Uint8Array, at: number): number {
  let hash = 0;
  for (let index = at; index < at + shortest; index += 1) hash = (Math.imul(hash, factor) + (bytes[index] ?? 0)) | 0;
  return hash;
}

function commonLength(bytes: Uint8Array, earlier: number, at: number): number {
  let length = 0;
  while (at + length < bytes.length && bytes[earlier + length] === bytes[at + length]) length += 1;
  return length;
}

function power(base: number, exponent: number): number {
  let result = 1;
  for (let index = 0; index < exponent; index += 1) result = Math.imul(result, base);
  return result;
}
