import list from 'virtual:lab-engines';
import { href } from '#lib/href.ts';
import { Allowance } from '../runner/allowance.ts';
import type { RunOptions } from '../runner/host.ts';
import { type Engine, type Job, type RunError, type RunResult, timeLimit } from '../runner/protocol.ts';
import type { FromSandbox, ToSandbox } from '../sandbox/host.ts';
import { loadEngine, type Progress } from './load-engine.ts';

/** What a run reports while it is going on, and what stops it. */
interface PageRunOptions extends Pick<RunOptions, 'onStart' | 'onOutput' | 'onCheck'> {
  readonly onLoading: (progress: Progress) => void;
  readonly signal: AbortSignal;
}

/** How long the sandbox may stay silent after the time limit or Stop before it is removed, in milliseconds. */
const grace = 2000;

/** Runs code in the sandbox, one job at a time. Nothing is loaded before the first run. */
class CodeRunner {
  readonly #loaded = new Set<Engine>();
  #frame: Sandbox | undefined;
  #last: Promise<unknown> = Promise.resolve();

  /**
   * Runs a job when those before it have ended. Aborting the signal stops it.
   * @throws Error with the cause when the engine cannot be loaded.
   */
  run(job: Job, options: PageRunOptions): Promise<RunResult> {
    const result = this.#last.then(() => this.#run(job, options));
    // The next run waits until this one ends, however it ends.
    this.#last = result.catch(() => {});
    return result;
  }

  async #run(job: Job, options: PageRunOptions): Promise<RunResult> {
    const { signal, onLoading } = options;
    if (signal.aborted) return endedEarly('stopped');
    const frame = await this.#ready(job.engine, onLoading);
    return signal.aborted ? endedEarly('stopped') : this.#runIn(frame, { job, options });
  }

  async #ready(engine: Engine, onProgress: PageRunOptions['onLoading']): Promise<Sandbox> {
    const isNew = !this.#loaded.has(engine);
    const loading = isNew ? loadEngine(list.engines[engine], onProgress) : undefined;
    // It is awaited below; until then, a failure must not count as unhandled.
    loading?.catch(() => {});
    this.#frame ??= await openSandbox(href(list.sandbox));
    const frame = this.#frame;
    if (!loading) return frame;
    const files = await loading;
    const answered = new Promise<void>((resolve, reject) => {
      frame.listen((message) => {
        if (message.type === 'loaded') resolve();
        if (message.type === 'broken') reject(new Error(message.reason));
      });
    });
    // Transferred, not copied.
    frame.send({ type: 'engine', engine, files }, Object.values(files));
    await answered;
    this.#loaded.add(engine);
    return frame;
  }

  #runIn(frame: Sandbox, { job, options }: { job: Job; options: PageRunOptions }): Promise<RunResult> {
    const { signal, onStart, onOutput, onCheck } = options;
    return new Promise((resolve) => {
      let watchdog: ReturnType<typeof setTimeout> | undefined;
      const end = (result: RunResult) => {
        clearTimeout(watchdog);
        signal.removeEventListener('abort', stop);
        frame.listen(() => {});
        resolve(result);
      };
      const breakOff = (ending: RunResult['ending'], error?: RunError) => {
        this.#giveUp();
        end(endedEarly(ending, error));
      };
      /** Ends the run if the sandbox itself stops responding, for example because its process ran out of memory. */
      const watch = (ending: RunResult['ending'], milliseconds: number) => {
        clearTimeout(watchdog);
        watchdog = setTimeout(() => breakOff(ending), milliseconds);
      };
      const stop = () => {
        frame.send({ type: 'stop' });
        watch('stopped', grace);
      };
      const allowance = new Allowance();
      frame.listen((message: FromSandbox) => {
        if (!allowance.covers(message)) breakOff('crashed', allowance.error);
        else if (message.type === 'output') onOutput?.(message.text);
        else if (message.type === 'ended') end(message.result);
        else if (message.type === 'broken') breakOff('crashed', { message: message.reason });
        else if (message.type === 'check') onCheck?.(message.index, message.result);
        else if (message.type === 'started') {
          watch('crashed', timeLimit + grace);
          onStart?.();
        }
      });
      signal.addEventListener('abort', stop);
      frame.send({ type: 'run', job });
    });
  }

  /** Removes the sandbox; the next run starts with a new one. */
  #giveUp(): void {
    this.#frame?.remove();
    this.#frame = undefined;
    this.#loaded.clear();
  }
}

/** A run that the page itself ended. It has no checks. */
const endedEarly = (ending: RunResult['ending'], error?: RunError): RunResult => ({
  ending,
  error,
  checks: [],
  milliseconds: 0,
});

/** How long the sandbox may take to appear, in milliseconds. */
const patience = 20_000;

/** The frame that code runs in, and the only connection to it. */
interface Sandbox {
  readonly send: (message: ToSandbox, transfer?: Transferable[]) => void;
  /** Replaces the previous listener. */
  readonly listen: (listener: (message: FromSandbox) => void) => void;
  /** Ends everything that runs in it. */
  readonly remove: () => void;
}

/** @throws Error when the frame does not appear: offline without a copy, or blocked. */
async function openSandbox(address: string): Promise<Sandbox> {
  const frame = document.createElement('iframe');
  frame.title = 'Code sandbox';
  frame.hidden = true;
  const loaded = new Promise<void>((resolve, reject) => {
    frame.addEventListener('load', () => resolve(), { once: true });
    setTimeout(() => reject(new Error('The code sandbox did not appear.')), patience);
  });
  frame.src = address;
  document.body.append(frame);
  await loaded;
  const inner = frame.contentWindow?.frames[0];
  if (!inner) {
    frame.remove();
    throw new Error('The code sandbox could not be loaded.');
  }
  const { port1, port2 } = new MessageChannel();
  // Its origin is opaque, so there is no name to send to.
  inner.postMessage('open', '*', [port2]);
  return {
    send: (message, transfer = []) => port1.postMessage(message, transfer),
    listen: (listener) => {
      port1.onmessage = ({ data }: MessageEvent<FromSandbox>) => listener(data);
    },
    remove: () => {
      port1.close();
      frame.remove();
    },
  };
}

/** The one runner of a page. */
export const runner = new CodeRunner();
