import {
  type CheckResult,
  type Engine,
  type Fault,
  type Job,
  type RunResult,
  timeLimit,
  type WorkerMessage,
} from './protocol.ts';

/** Said for a worker that ended by itself: out of memory, or broken. */
interface Crashed {
  readonly type: 'crashed';
  readonly reason: string;
}

/** A worker of an engine: one of a browser, or a thread of Node.js. */
export interface EngineWorker {
  post(job: Job): void;
  /** Called with what it says, and with `crashed` when it ended by itself. */
  listen(listener: (message: WorkerMessage | Crashed) => void): void;
  terminate(): void;
}

export interface RunOptions {
  readonly onOutput?: (text: string) => void;
  readonly onStart?: () => void;
  readonly onCheck?: (index: number, result: CheckResult) => void;
  /** Aborting it is the Stop button. */
  readonly signal?: AbortSignal;
  /** In milliseconds of the code's own time. */
  readonly limit?: number;
}

/** Engines whose worker serves one run only: what a program changed in its globals must not reach the next. */
const oneRunOnly: ReadonlySet<Engine> = new Set(['js']);

/** A worker with what it has said of being ready. */
interface Started {
  readonly worker: EngineWorker;
  readonly ready: Promise<void>;
  hear: (message: WorkerMessage | Crashed) => void;
}

/**
 * Runs jobs one after another, ends what does not end by itself, and keeps a started worker of each engine for the next.
 * The same code serves the sandbox in a browser and the checks in Node.js.
 */
export class EngineHost {
  readonly #start: (engine: Engine) => EngineWorker;
  readonly #waiting = new Map<Engine, Started>();

  constructor(start: (engine: Engine) => EngineWorker) {
    this.#start = start;
  }

  /** Starts a worker unless one is waiting, and resolves when it can take a job. */
  warm(engine: Engine): Promise<void> {
    const started = this.#waiting.get(engine) ?? this.#begin(engine);
    this.#waiting.set(engine, started);
    return started.ready;
  }

  async run(job: Job, options: RunOptions = {}): Promise<RunResult> {
    const { engine } = job;
    await this.warm(engine);
    const started = this.#waiting.get(engine);
    if (!started) throw new Error('A run has begun while another one was under way.');
    this.#waiting.delete(engine);
    const result = await this.#runOn(started, { job, options });
    if (result.ending === 'finished' && !oneRunOnly.has(engine)) this.#waiting.set(engine, started);
    else started.worker.terminate();
    // The next run finds a worker that has started. Should it not start, that run says so.
    this.warm(engine).catch(() => {});
    return result;
  }

  /** Ends all workers. */
  close(): void {
    for (const { worker } of this.#waiting.values()) worker.terminate();
    this.#waiting.clear();
  }

  #begin(engine: Engine): Started {
    const worker = this.#start(engine);
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    const started: Started = {
      worker,
      ready: promise,
      hear: (message) => {
        if (message.type === 'crashed') {
          this.#waiting.delete(engine);
          reject(new Error(`The engine of ${engine} did not start: ${message.reason}`));
        } else if (message.type === 'ready') resolve();
      },
    };
    worker.listen((message) => started.hear(message));
    return started;
  }

  #runOn(started: Started, { job, options }: { job: Job; options: RunOptions }): Promise<RunResult> {
    const { promise, resolve } = Promise.withResolvers<RunResult>();
    const checks: CheckResult[] = [];
    let beganAt = performance.now();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const end = (ending: RunResult['ending'], fault?: Fault) => {
      clearTimeout(timer);
      options.signal?.removeEventListener('abort', stop);
      started.hear = () => {};
      resolve({ ending, fault, checks, milliseconds: performance.now() - beganAt });
    };
    const stop = () => end('stopped');
    started.hear = (message) => {
      if (message.type === 'crashed') return end('crashed', { message: message.reason });
      if (message.type === 'output') return options.onOutput?.(message.text);
      if (message.type === 'done') return end('finished', message.fault);
      if (message.type === 'check') {
        checks.push(message.result);
        return options.onCheck?.(message.index, message.result);
      }
      if (message.type !== 'started') return undefined;
      beganAt = performance.now();
      timer = setTimeout(() => end('time-limit'), options.limit ?? timeLimit);
      return options.onStart?.();
    };
    if (options.signal?.aborted) stop();
    else {
      options.signal?.addEventListener('abort', stop);
      started.worker.post(job);
    }
    return promise;
  }
}
