/** A passage that stood before: where it begins, where it began then, and how long it is, in bytes. */
export interface Repeat {
  readonly at: number;
  readonly from: number;
  readonly length: number;
}

/** The shortest passage that is taken for one, in bytes. Gzip does better with shorter ones, which are mostly near. */
const shortest = 56;
/** Every fourth place is remembered, and a passage that is found there is stretched to both sides. */
const stride = 4;
/** How many earlier places are compared before the longest passage is taken. */
const mostTries = 3;
/** Spreads hashes: https://en.wikipedia.org/wiki/Hash_function#Fibonacci_hashing */
const golden = 0x9e3779b1;

/** Where passages of some bytes stand, as far as they are remembered. */
export class EarlierPassages {
  readonly #bytes: Uint8Array;
  readonly #view: DataView;
  /** The last remembered place of each hash, and for each remembered place the one before it with the same hash. */
  readonly #last: Int32Array;
  readonly #before: Int32Array;
  /** How many of 32 binary digits a hash has not. */
  readonly #shift: number;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
    this.#before = new Int32Array(Math.ceil(bytes.length / stride));
    const digits = Math.max(1, Math.ceil(Math.log2(bytes.length / stride)));
    this.#last = new Int32Array(2 ** digits).fill(-1);
    this.#shift = 32 - digits;
  }

  /** Remembers what stands from one place up to another. */
  remember(from: number, to: number): void {
    const end = Math.min(to, this.#bytes.length - shortest);
    for (let place = Math.ceil(from / stride) * stride; place < end; place += stride) {
      const slot = hashAt(this.#view, place) >>> this.#shift;
      this.#before[place / stride] = this.#last[slot] ?? -1;
      this.#last[slot] = place;
    }
  }

  /** The longest passage found that stands at a place and stood before; it may begin earlier, but not before `floor`. */
  find(at: number, floor: number): Repeat | undefined {
    const bytes = this.#bytes;
    if (at + shortest > bytes.length) return undefined;
    let found: Repeat | undefined;
    let place = this.#last[hashAt(this.#view, at) >>> this.#shift] ?? -1;
    for (let tries = 0; tries < mostTries && place >= 0; tries += 1) {
      const ahead = lengthAhead(bytes, place, at);
      if (ahead >= shortest) {
        const behind = lengthBehind(bytes, place, at, floor);
        const length = behind + ahead;
        if (length > (found?.length ?? 0)) found = { at: at - behind, from: place - behind, length };
      }
      place = this.#before[place / stride] ?? -1;
    }
    return found;
  }
}

/** A hash of the passage at a place, from four samples of four bytes each, the last at its end. */
function hashAt(view: DataView, place: number): number {
  const even = view.getInt32(place) ^ view.getInt32(place + 34);
  const odd = view.getInt32(place + 17) ^ view.getInt32(place + shortest - 4);
  return Math.imul(Math.imul(even, golden) ^ (even >>> 15) ^ odd, golden);
}

/** How many bytes from two places on are the same. */
function lengthAhead(bytes: Uint8Array, earlier: number, at: number): number {
  let length = 0;
  while (at + length < bytes.length && bytes[at + length] === bytes[earlier + length]) length += 1;
  return length;
}

/** How many bytes before two places are the same, no further back than `floor`. */
function lengthBehind(bytes: Uint8Array, earlier: number, at: number, floor: number): number {
  let length = 0;
  while (at - length > floor && earlier > length && bytes[at - length - 1] === bytes[earlier - length - 1]) length += 1;
  return length;
}
