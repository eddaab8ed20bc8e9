const {
  setTimeout: nativeTimeout,
  clearTimeout: clearNativeTimeout,
  setInterval: nativeInterval,
  clearInterval: clearNativeInterval,
} = globalThis;

/**
 * Counts what a program still waits for: timers and WebCrypto. Node.js ends when nothing is left to do, but a worker never
 * says so. So the globals that start such work are replaced by ones that count.
 */
export class Pending {
  readonly #timers = new Set<unknown>();
  #work = 0;

  /** Replaces the globals, once in the life of a worker. */
  install(): void {
    const clear = (timer: unknown, native: (timer: number) => void) => {
      this.#timers.delete(timer);
      native(timer as number);
    };
    Object.assign(globalThis, {
      setTimeout: (callback: (...args: unknown[]) => void, delay?: number, ...args: unknown[]) => {
        const timer = nativeTimeout(() => {
          this.#timers.delete(timer);
          callback(...args);
        }, delay);
        this.#timers.add(timer);
        return timer;
      },
      setInterval: (callback: (...args: unknown[]) => void, delay?: number, ...args: unknown[]) => {
        const timer = nativeInterval(() => callback(...args), delay);
        this.#timers.add(timer);
        return timer;
      },
      clearTimeout: (timer: unknown) => clear(timer, clearNativeTimeout),
      clearInterval: (timer: unknown) => clear(timer, clearNativeInterval),
      setImmediate: (callback: (...args: unknown[]) => void, ...args: unknown[]) => this.#immediate(callback, args),
      clearImmediate: (immediate: Immediate) => immediate.cancel(),
    });
    this.#countCrypto();
  }

  get isIdle(): boolean {
    return this.#timers.size === 0 && this.#work === 0;
  }

  /** Ends all timers that still run: what a check left behind must not disturb the next. */
  clear(): void {
    for (const timer of this.#timers) {
      clearNativeTimeout(timer as number);
      clearNativeInterval(timer as number);
    }
    this.#timers.clear();
  }

  /**
   * Resolves when nothing has been left to do for a few turns of the event loop, or after at most so many milliseconds.
   * Streams and bodies of requests take some turns without being counted.
   */
  async untilIdle({ calmTurns, max }: { readonly calmTurns: number; readonly max: number }): Promise<void> {
    const end = performance.now() + max;
    for (let calm = 0; calm < calmTurns && performance.now() < end; calm = this.isIdle ? calm + 1 : 0)
      await new Promise((resolve) => nativeTimeout(resolve, 2));
  }

  /** Runs after everything already queued, as in Node.js; browsers have no such function. */
  #immediate(callback: (...args: unknown[]) => void, args: readonly unknown[]): Immediate {
    const { port1, port2 } = new MessageChannel();
    const immediate = { cancel: () => {} };
    immediate.cancel = () => {
      this.#timers.delete(immediate);
      port1.close();
    };
    this.#timers.add(immediate);
    port1.onmessage = () => {
      immediate.cancel();
      callback(...args);
    };
    port2.postMessage(undefined);
    return immediate;
  }

  #countCrypto(): void {
    // Missing outside secure contexts: a plain http:// address that is not this machine.
    const subtle: unknown = globalThis.crypto?.subtle;
    if (!subtle) return;
    const prototype = Object.getPrototypeOf(subtle) as Record<string, unknown>;
    for (const name of Object.getOwnPropertyNames(prototype)) {
      const method = Object.getOwnPropertyDescriptor(prototype, name)?.value;
      if (typeof method !== 'function' || name === 'constructor') continue;
      const count = (): number => (this.#work += 1);
      const uncount = () => {
        this.#work -= 1;
      };
      prototype[name] = function counted(this: unknown, ...args: unknown[]): Promise<unknown> {
        count();
        return (Reflect.apply(method, this, args) as Promise<unknown>).finally(uncount);
      };
    }
  }
}

interface Immediate {
  cancel: () => void;
}
