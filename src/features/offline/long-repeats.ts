import { EarlierPassages } from './earlier-passages.ts';

/** Bytes in which every long passage that stood before is taken out, and the steps that put it back. */
export interface Folded {
  readonly literals: Uint8Array;
  /** Triples: how many literals to copy, how far back the passage begins, how long it is. */
  readonly steps: readonly number[];
}

/**
 * Takes out passages that stood before, however far back: gzip, which comes after, looks back 32 KB only, and pages of
 * a site repeat each other over greater distances. https://en.wikipedia.org/wiki/LZ77_and_LZ78
 */
export function foldRepeats(bytes: Uint8Array): Folded {
  const passages = new EarlierPassages(bytes);
  const pieces: Uint8Array[] = [];
  const steps: number[] = [];
  let start = 0;
  let at = 0;
  while (at < bytes.length) {
    const repeat = passages.find(at, start);
    const next = repeat ? repeat.at + repeat.length : at + 1;
    if (repeat) {
      pieces.push(bytes.subarray(start, repeat.at));
      steps.push(repeat.at - start, repeat.at - repeat.from, repeat.length);
      start = next;
    }
    passages.remember(at, next);
    at = next;
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
    const [fresh = 0, back = 0, repeated = 0] = [steps[index], steps[index + 1], steps[index + 2]];
    bytes.set(literals.subarray(read, read + fresh), written);
    read += fresh;
    written += fresh;
    if (back < 1 || back > written || written + repeated > length) throw new RangeError('The steps do not fit.');
    const end = written + repeated;
    if (back >= repeated) bytes.copyWithin(written, written - back, end - back);
    // Byte by byte where a passage overlaps its own repetition.
    else for (let at = written; at < end; at += 1) bytes[at] = bytes[at - back] ?? 0;
    written = end;
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
