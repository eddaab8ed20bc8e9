import { format, formatWithOptions, inspect, stripVTControlCharacters } from 'node-inspect-extracted';
import { isDeepStrictEqual } from './deep-equal.ts';

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

/** The reverse of `promisify`. */
export function callbackify(original: (...args: unknown[]) => Promise<unknown>): WithCallback {
  return (...args) => {
    const callback = args.pop() as Callback;
    original(...args).then(
      (value) => queueMicrotask(() => callback(null, value)),
      (error) => queueMicrotask(() => callback(error)),
    );
  };
}

export const inherits = (child: { prototype: object }, parent: { prototype: object }) => {
  Object.setPrototypeOf(child.prototype, parent.prototype);
};

export function deprecate<T extends (...args: never[]) => unknown>(original: T, message: string): T {
  let isSaid = false;
  const warned = (...args: Parameters<T>) => {
    if (!isSaid) console.error(`DeprecationWarning: ${message}`);
    isSaid = true;
    return original(...args);
  };
  return warned as T;
}

const { TextEncoder, TextDecoder } = globalThis;

export { format, formatWithOptions, inspect, isDeepStrictEqual, stripVTControlCharacters, TextDecoder, TextEncoder };
