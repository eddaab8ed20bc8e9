interface Options {
  readonly signal?: AbortSignal;
}

/** Node's error for a wait that was given up. */
function abortError(signal: AbortSignal): Error {
  const error = new Error('The operation was aborted', { cause: signal.reason });
  return Object.assign(error, { name: 'AbortError', code: 'ABORT_ERR' });
}

function wait<T>(start: (done: () => void) => () => void, value: T, { signal }: Options): Promise<T> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(abortError(signal));
    const giveUp = () => {
      cancel();
      if (signal) reject(abortError(signal));
    };
    const cancel = start(() => {
      signal?.removeEventListener('abort', giveUp);
      resolve(value);
    });
    return signal?.addEventListener('abort', giveUp, { once: true });
  });
}

export function setTimeout<T>(delay?: number, value?: T, options: Options = {}): Promise<T | undefined> {
  const start = (done: () => void) => {
    const id = globalThis.setTimeout(done, delay);
    return () => clearTimeout(id);
  };
  return wait(start, value, options);
}

export function setImmediate<T>(value?: T, options: Options = {}): Promise<T | undefined> {
  const start = (done: () => void) => {
    const id = globalThis.setImmediate(done);
    return () => clearImmediate(id);
  };
  return wait(start, value, options);
}

export async function* setInterval<T>(delay?: number, value?: T, options: Options = {}): AsyncGenerator<T | undefined> {
  for (;;) yield await setTimeout(delay, value, options);
}

export const scheduler = {
  wait: (delay: number, options: Options = {}) => setTimeout(delay, undefined, options),
  yield: () => setImmediate(),
};
