import { Allowance } from './allowance.ts';
import {
  type CheckResult,
  type Engine,
  type Job,
  type RunError,
  type RunResult,
  timeLimit,
  type WorkerMessage,
} from './protocol.ts';

/** A worker of an engine: one of a browser, or a thread of Node.js. */
export interface EngineWorker {
  post(job: Job): void;
  /** Called with each of its messages, and with `broken` when it ends by itself. */
  listen(listener: (message: WorkerMessage) => void): void;
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

/** A worker, and the promise that it is ready. */
interface Started {
  readonly worker: EngineWorker;
  readonly ready: Promise<void>;
  hear: (message: WorkerMessage) => void;
}

/** How long the seed of a lab, or the samples above one on a page, may take before the code starts, in milliseconds. */
const startLimit = 20_000;

interface RunEnd {
  readonly error?: RunError | undefined;
  readonly isSpent?: boolean;
}

/**
 * Runs jobs one after another, ends those that don't end by themselves, and keeps a started worker of each engine for the
 * next job. The same code serves the sandbox in a browser and the checks in Node.js.
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
    const { result, isSpent } = await this.#runOn(started, { job, options });
    if (isSpent) started.worker.terminate();
    else this.#waiting.set(engine, started);
    // The next run finds a started worker. If it can't start, that run reports it.
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
        if (message.type === 'broken') {
          this.#waiting.delete(engine);
          reject(new Error(`The engine of ${engine} did not start: ${message.error.message}`));
        } else if (message.type === 'ready') resolve();
      },
    };
    worker.listen((message) => started.hear(message));
    return started;
  }

  /** A worker can take another job only if the program ended by itself. */
  #runOn(
    started: Started,
    { job, options }: { job: Job; options: RunOptions },
  ): Promise<{ result: RunResult; isSpent: boolean }> {
    const { promise, resolve } = Promise.withResolvers<{ result: RunResult; isSpent: boolean }>();
    const checks: CheckResult[] = [];
    const allowance = new Allowance();
    const hearIdle = started.hear;
    let beganAt = performance.now();
    const giveUp = () => end('time-limit');
    let timer = setTimeout(giveUp, startLimit);
    const end = (ending: RunResult['ending'], { error, isSpent = true }: RunEnd = {}) => {
      clearTimeout(timer);
      options.signal?.removeEventListener('abort', stop);
      started.hear = isSpent ? () => {} : hearIdle;
      resolve({ result: { ending, error, checks, milliseconds: performance.now() - beganAt }, isSpent });
    };
    const stop = () => end('stopped');
    started.hear = (message) => {
      if (!allowance.covers(message)) return end('crashed', { error: allowance.error });
      if (message.type === 'broken') return end('crashed', message);
      if (message.type === 'output') return options.onOutput?.(message.text);
      if (message.type === 'done') return end('finished', message);
      if (message.type === 'check') {
        checks.push(message.result);
        return options.onCheck?.(message.index, message.result);
      }
      if (message.type !== 'started') return undefined;
      beganAt = performance.now();
      clearTimeout(timer);
      timer = setTimeout(giveUp, options.limit ?? timeLimit);
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
