import { concat, foldRepeats, unfoldRepeats } from './long-repeats.ts';

/** A file of the site as the offline copy holds it. */
export interface PackedFile {
  /** What a browser asks for, from the site's folder: `topics/indexing/`, `_astro/site.js`, empty for the home page. */
  readonly address: string;
  readonly bytes: Uint8Array;
}

/** What stands at the head of a pack, as JSON. */
interface PackHead {
  readonly files: readonly (readonly [address: string, length: number])[];
  /** How many bytes the steps take. */
  readonly steps: number;
}

/**
 * Joins files to one pack: four bytes with the length of the head, the head, the steps, the literals. Gzip comes after.
 * @param isFolded false for files that are known to repeat nothing long: it takes time to look for it.
 */
export function joinPack(files: readonly PackedFile[], { isFolded = true } = {}): Uint8Array {
  const bytes = concat(files.map((file) => file.bytes));
  const { literals, steps } = isFolded ? foldRepeats(bytes) : { literals: bytes, steps: [] };
  const packedSteps = packNumbers(steps);
  const head: PackHead = {
    files: files.map((file) => [file.address, file.bytes.length]),
    steps: packedSteps.length,
  };
  const headBytes = new TextEncoder().encode(JSON.stringify(head));
  const length = new Uint8Array(4);
  new DataView(length.buffer).setUint32(0, headBytes.length);
  return concat([length, headBytes, packedSteps, literals]);
}

/** The files of a pack by their addresses. Throws when the pack is damaged. */
export function splitPack(pack: Uint8Array): Map<string, Uint8Array> {
  const headEnd = 4 + new DataView(pack.buffer, pack.byteOffset).getUint32(0);
  const head = JSON.parse(new TextDecoder().decode(pack.subarray(4, headEnd))) as PackHead;
  const steps = unpackNumbers(pack.subarray(headEnd, headEnd + head.steps));
  const total = head.files.reduce((sum, [, length]) => sum + length, 0);
  const bytes = unfoldRepeats({ literals: pack.subarray(headEnd + head.steps), steps }, total);
  let at = 0;
  return new Map(
    head.files.map(([address, length]) => {
      at += length;
      return [address, bytes.subarray(at - length, at)];
    }),
  );
}

/** Seven bits a byte, the low ones first; the eighth says that more follow. */
function packNumbers(numbers: readonly number[]): Uint8Array {
  const bytes: number[] = [];
  for (const number of numbers) {
    let rest = number;
    for (; rest > 127; rest >>>= 7) bytes.push((rest & 127) | 128);
    bytes.push(rest);
  }
  return Uint8Array.from(bytes);
}

function unpackNumbers(bytes: Uint8Array): number[] {
  const numbers: number[] = [];
  let number = 0;
  let shift = 0;
  for (const byte of bytes) {
    number |= (byte & 127) << shift;
    shift += 7;
    if (byte > 127) continue;
    numbers.push(number);
    number = 0;
    shift = 0;
  }
  return numbers;
}
