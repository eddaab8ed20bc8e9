import { format, formatWithOptions, inspect, stripVTControlCharacters } from 'node-inspect-extracted';

type Callback = (error: unknown, value?: unknown) => void;
type WithCallback = (...args: [...unknown[], Callback]) => void;

/** Gives a function that takes a callback last the form that answers with a promise. */
export function promisify(original: WithCallback): (...args: unknown[]) => Promise<unknown> {
  return function promised(this: unknown, ...args: unknown[]) {
    return new Promise((resolve, reject) => {
      Reflect.apply(original, this, [
        ...args,
        (error: unknown, value: unknown) => (error ? reject(error) : resolve(value)),
      ]);
    });
  };
}

const { TextEncoder, TextDecoder } = globalThis;

export { format, formatWithOptions, inspect, stripVTControlCharacters, TextDecoder, TextEncoder };

/** Whether two values are deeply and strictly equal, as `node:util` and `node:assert` mean it. */
export function isDeepStrictEqual(a: unknown, b: unknown): boolean {
  return equal(a, b, new Map());
}

type Seen = Map<object, object>;

function equal(a: unknown, b: unknown, seen: Seen): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Object.getPrototypeOf(a) !== Object.getPrototypeOf(b)) return false;
  if (seen.get(a) === b) return true;
  seen.set(a, b);
  return sameKind(a, b) && sameInside(a, b, seen) && sameProperties(a, b, seen);
}

/** What neither properties nor members say: the moment of a date, the source of an expression, a boxed value. */
function sameKind(a: object, b: object): boolean {
  if (a instanceof Date) return Object.is(a.getTime(), (b as Date).getTime());
  if (a instanceof RegExp) return String(a) === String(b);
  if (a instanceof Error) return a.message === (b as Error).message && a.name === (b as Error).name;
  if (a instanceof Number || a instanceof String || a instanceof Boolean) return Object.is(a.valueOf(), b.valueOf());
  if (a instanceof ArrayBuffer) return sameBytes(new Uint8Array(a), new Uint8Array(b as ArrayBuffer));
  return Array.isArray(a) === Array.isArray(b);
}

function sameInside(a: object, b: object, seen: Seen): boolean {
  if (a instanceof Set)
    return a.size === (b as Set<unknown>).size && [...a].every((item) => holds(b as Set<unknown>, item, seen));
  if (!(a instanceof Map)) return true;
  const other = b as Map<unknown, unknown>;
  return (
    a.size === other.size &&
    [...a].every(([key, value]) =>
      other.has(key)
        ? equal(value, other.get(key), seen)
        : [...other].some(([k, v]) => equal(key, k, new Map(seen)) && equal(value, v, new Map(seen))),
    )
  );
}

const holds = (set: Set<unknown>, item: unknown, seen: Seen) =>
  set.has(item) || [...set].some((other) => equal(item, other, new Map(seen)));

function sameProperties(a: object, b: object, seen: Seen): boolean {
  const keys = ownKeys(a);
  const others = new Set(ownKeys(b));
  if (Array.isArray(a) && a.length !== (b as unknown[]).length) return false;
  return (
    keys.length === others.size &&
    keys.every((key) => others.has(key) && equal(Reflect.get(a, key), Reflect.get(b, key), seen))
  );
}

const ownKeys = (value: object) =>
  Reflect.ownKeys(value).filter((key) => Object.getOwnPropertyDescriptor(value, key)?.enumerable);

function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, at) => byte === b[at]);
}
