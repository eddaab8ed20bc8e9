import { hmac } from '@noble/hashes/hmac.js';
import { md5, sha1 } from '@noble/hashes/legacy.js';
import { pbkdf2 } from '@noble/hashes/pbkdf2.js';
import { scrypt } from '@noble/hashes/scrypt.js';
import { sha256, sha384, sha512 } from '@noble/hashes/sha2.js';
import { Buffer } from './buffer.ts';

/** What `node:crypto` offers here: digests, keyed digests, derived keys, random values, and WebCrypto. */

const digests = { md5, sha1, sha256, sha384, sha512 } as const;

type Data = string | Uint8Array | ArrayBuffer;

type Encoding = 'hex' | 'base64' | 'base64url' | 'utf8' | 'latin1';

interface Running {
  update(bytes: Uint8Array): unknown;
  digest(): Uint8Array;
}

/** Node's interface of a digest that is fed piece by piece. */
class Digest {
  readonly #running: Running;

  constructor(running: Running) {
    this.#running = running;
  }

  update(data: Data, encoding: Encoding = 'utf8'): this {
    this.#running.update(bytesOf(data, encoding));
    return this;
  }

  digest(): Buffer;
  digest(encoding: Encoding): string;
  digest(encoding?: Encoding): Buffer | string {
    const bytes = Buffer.from(this.#running.digest());
    return encoding === undefined ? bytes : bytes.toString(encoding);
  }
}

export const createHash = (name: string) => new Digest(digestOf(name).create());

export const createHmac = (name: string, key: Data) => new Digest(hmac.create(digestOf(name), bytesOf(key, 'utf8')));

/** The one-call form. */
export const hash = (name: string, data: Data, encoding: Encoding = 'hex') =>
  createHash(name).update(data).digest(encoding);

export function randomBytes(size: number): Buffer {
  const bytes = Buffer.alloc(size);
  for (let at = 0; at < size; at += 65_536) crypto.getRandomValues(bytes.subarray(at, Math.min(size, at + 65_536)));
  return bytes;
}

/** A random UUID, version 4. Browsers keep their own from workers of an opaque origin. */
export function randomUUID(): string {
  const bytes = randomBytes(16);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})/u, '$1-$2-$3-$4-');
}

export function randomInt(low: number, high?: number): number {
  const [from, to] = high === undefined ? [0, low] : [low, high];
  const range = to - from;
  const limit = 2 ** 48 - (2 ** 48 % range);
  for (;;) {
    const value = randomBytes(6).readUIntBE(0, 6);
    if (value < limit) return from + (value % range);
  }
}

export const getRandomValues = <T extends Uint8Array<ArrayBuffer>>(array: T): T => crypto.getRandomValues(array);

/** @throws RangeError as Node does when the lengths differ. */
export function timingSafeEqual(a: Uint8Array, b: Uint8Array): boolean {
  if (a.byteLength !== b.byteLength) throw new RangeError('Input buffers must have the same byte length');
  return a.reduce((sum, byte, at) => sum | (byte ^ (b[at] ?? 0)), 0) === 0;
}

interface ScryptOptions {
  readonly N?: number;
  readonly cost?: number;
  readonly r?: number;
  readonly blockSize?: number;
  readonly p?: number;
  readonly parallelization?: number;
}

export function scryptSync(password: Data, salt: Data, length: number, options: ScryptOptions = {}): Buffer {
  const N = options.N ?? options.cost ?? 16_384;
  const r = options.r ?? options.blockSize ?? 8;
  const p = options.p ?? options.parallelization ?? 1;
  return Buffer.from(scrypt(bytesOf(password, 'utf8'), bytesOf(salt, 'utf8'), { N, r, p, dkLen: length }));
}

export function pbkdf2Sync(password: Data, salt: Data, iterations: number, length: number, name: string): Buffer {
  return Buffer.from(
    pbkdf2(digestOf(name), bytesOf(password, 'utf8'), bytesOf(salt, 'utf8'), { c: iterations, dkLen: length }),
  );
}

type Callback = (error: Error | null, key?: Buffer) => void;

export function scrypt_(
  password: Data,
  salt: Data,
  length: number,
  ...rest: [Callback] | [ScryptOptions, Callback]
): void {
  const callback = rest.at(-1) as Callback;
  const options = rest.length > 1 ? (rest[0] as ScryptOptions) : {};
  setTimeout(() => callback(null, scryptSync(password, salt, length, options)));
}

function digestOf(name: string) {
  const digest = digests[name.toLowerCase().replace('-', '') as keyof typeof digests];
  if (!digest) throw new Error(`Digest method not supported: ${name}`);
  return digest;
}

function bytesOf(data: Data, encoding: Encoding): Uint8Array {
  if (typeof data === 'string') return Buffer.from(data, encoding);
  return data instanceof ArrayBuffer
    ? new Uint8Array(data)
    : new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
}
