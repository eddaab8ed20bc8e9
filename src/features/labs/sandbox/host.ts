/**
 * The script in the sandbox: starts workers from what the page sends, and passes on what they say. It runs in a frame of an
 * opaque origin whose policy allows this script, `blob:` and nothing else; the reader's code runs in its workers.
 */
import type { EngineFiles } from '../engines.ts';
import { EngineHost, type EngineWorker } from '../runner/host.ts';
import type { Engine, Job, RunNews, RunResult, WorkerMessage } from '../runner/protocol.ts';
import type { WorkerStart } from '../workers/browser-port.ts';

/** What the page sends into the sandbox. */
export type ToSandbox =
  | { readonly type: 'engine'; readonly engine: Engine; readonly files: EngineFiles<ArrayBuffer> }
  | { readonly type: 'run'; readonly job: Job }
  | { readonly type: 'stop' };

/** What the sandbox answers. */
export type FromSandbox =
  | RunNews
  | { readonly type: 'loaded' }
  | { readonly type: 'broken'; readonly reason: string }
  | { readonly type: 'ended'; readonly result: RunResult };

interface LoadedEngine {
  readonly script: string;
  readonly start: WorkerStart;
}

const engines = new Map<Engine, LoadedEngine>();

function startWorker(engine: Engine): EngineWorker {
  const loaded = engines.get(engine);
  if (!loaded) throw new Error(`The engine of ${engine} was never sent.`);
  const worker = new Worker(loaded.script);
  const { port1, port2 } = new MessageChannel();
  worker.postMessage(loaded.start, [port2]);
  return {
    post: (job) => port1.postMessage(job),
    listen: (listener) => {
      port1.onmessage = ({ data }: MessageEvent<WorkerMessage>) => listener(data);
      worker.onerror = ({ message }) => listener({ type: 'broken', error: { message } });
    },
    terminate: () => {
      worker.terminate();
      port1.close();
    },
  };
}

const host = new EngineHost(startWorker);

async function keepEngine({ engine, files }: ToSandbox & { type: 'engine' }): Promise<void> {
  const { script, wasm, ...others } = files;
  const blobs = Object.entries(others).map(([name, bytes]) => [name, new Blob([bytes])] as const);
  engines.set(engine, {
    script: URL.createObjectURL(new Blob([script], { type: 'text/javascript' })),
    start: { wasm: wasm && (await WebAssembly.compile(wasm)), blobs: Object.fromEntries(blobs) },
  });
  await host.warm(engine);
}

function serve(port: MessagePort): void {
  const say = (message: FromSandbox) => port.postMessage(message);
  let stopping = new AbortController();
  const answer = async (message: ToSandbox) => {
    if (message.type === 'stop') return stopping.abort();
    if (message.type === 'engine') {
      await keepEngine(message);
      return say({ type: 'loaded' });
    }
    stopping = new AbortController();
    const result = await host.run(message.job, {
      signal: stopping.signal,
      onStart: () => say({ type: 'started' }),
      onOutput: (text) => say({ type: 'output', text }),
      onCheck: (index, result) => say({ type: 'check', index, result }),
    });
    return say({ type: 'ended', result });
  };
  port.onmessage = ({ data }: MessageEvent<ToSandbox>) => {
    answer(data).catch((error: unknown) => say({ type: 'broken', reason: String(error) }));
  };
}

// Opened by itself or framed without the sandbox, this page would run code with the rights of the site.
if (origin === 'null')
  addEventListener('message', ({ source, ports: [port] }) => source === parent.parent && port && serve(port), {
    once: true,
  });
