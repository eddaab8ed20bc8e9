import EventEmitter from 'events/events.js';

interface Options {
  readonly signal?: AbortSignal;
}

type Listener = (...args: unknown[]) => void;

const isTarget = (source: EventEmitter | EventTarget): source is EventTarget => 'addEventListener' in source;

/** Resolves with the arguments of the next event; rejects when the emitter reports an error first. */
export function once(source: EventEmitter | EventTarget, name: string, { signal }: Options = {}): Promise<unknown[]> {
  return new Promise((resolve, reject) => {
    signal?.throwIfAborted();
    const settled = new AbortController();
    const end = (settle: () => void) => {
      settled.abort();
      if (!isTarget(source)) {
        source.removeListener(name, heard);
        source.removeListener('error', failed);
      }
      settle();
    };
    const heard: Listener = (...args) => end(() => resolve(args));
    const failed: Listener = (error) => end(() => reject(error));
    signal?.addEventListener('abort', () => failed(signal.reason), { signal: settled.signal });
    if (isTarget(source)) return source.addEventListener(name, heard, { signal: settled.signal });
    source.once(name, heard);
    if (name !== 'error') source.once('error', failed);
    return undefined;
  });
}

/** Every event of a name, one after another, until the signal aborts. */
export async function* on(source: EventEmitter, name: string, { signal }: Options = {}): AsyncGenerator<unknown[]> {
  const queue: unknown[][] = [];
  let wake = () => {};
  let failure: { readonly error: unknown } | undefined;
  const heard: Listener = (...args) => {
    queue.push(args);
    wake();
  };
  const failed: Listener = (error) => {
    failure = { error };
    wake();
  };
  source.on(name, heard);
  source.on('error', failed);
  signal?.addEventListener('abort', () => failed(signal.reason));
  try {
    for (;;) {
      const next = queue.shift();
      if (next) yield next;
      else if (failure) throw failure.error;
      else
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
    }
  } finally {
    source.removeListener(name, heard);
    source.removeListener('error', failed);
  }
}

Object.assign(EventEmitter, { once, on });

export { EventEmitter };
