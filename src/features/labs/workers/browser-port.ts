import type { Job, WorkerMessage } from '../runner/protocol.ts';

/** What the host in the sandbox gives a worker to start with. WebAssembly comes compiled, everything else as it is. */
export interface WorkerStart {
  readonly wasm: WebAssembly.Module | undefined;
  readonly blobs: Readonly<Record<string, Blob>>;
}

type Run = (job: Job) => unknown;

/** Takes a global from a program before it runs. */
function takeAway(owner: object, name: string): void {
  for (let holder: object | null = owner; holder; holder = Object.getPrototypeOf(holder))
    Reflect.deleteProperty(holder, name);
}

/**
 * Opens an engine on the port that the host sends with the first message. The port is the only way out: nobody listens to
 * the worker's own `postMessage`.
 */
export function openOnPort(
  open: (post: (message: WorkerMessage) => void, start: WorkerStart) => Run | Promise<Run>,
): void {
  // Workers of an opaque origin don't get it, except in WebKit.
  takeAway(self, 'caches');
  takeAway(navigator, 'serviceWorker');
  // What a program runs in a worker of its own would go on when this one is ended.
  takeAway(self, 'Worker');
  const begin = async ({ data, ports: [port] }: MessageEvent<WorkerStart>) => {
    if (!port) throw new Error('The first message brings a port.');
    // Bound now, so that a program can't get hold of this port by replacing the method of all ports.
    const post: (message: WorkerMessage) => void = port.postMessage.bind(port);
    const run = await open(post, data);
    port.onmessage = ({ data: job }: MessageEvent<Job>) => void run(job);
    post({ type: 'ready' });
  };
  const failed = (error: unknown) => {
    // Thrown outside the promise, so that the worker's `error` event tells the host.
    setTimeout(() => {
      throw error;
    });
  };
  addEventListener('message', (event) => void begin(event).catch(failed), { once: true });
}
