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
 * Opens an engine on the port that the host sends with the first message. The port is the only way out: what a program
 * sends with `postMessage` of its own, no one listens to.
 */
export function openOnPort(
  open: (post: (message: WorkerMessage) => void, start: WorkerStart) => Run | Promise<Run>,
): void {
  // Refused to a worker of an opaque origin, but for WebKit.
  takeAway(self, 'caches');
  takeAway(navigator, 'serviceWorker');
  // What runs in a worker of its own goes on when this one is ended.
  takeAway(self, 'Worker');
  const begin = async ({ data, ports: [port] }: MessageEvent<WorkerStart>) => {
    if (!port) throw new Error('The first message brings a port.');
    // Bound now: a program that replaces the method of all ports would get hold of this one.
    const post: (message: WorkerMessage) => void = port.postMessage.bind(port);
    const run = await open(post, data);
    port.onmessage = ({ data: job }: MessageEvent<Job>) => void run(job);
    post({ type: 'ready' });
  };
  const failed = (error: unknown) => {
    // Thrown where the worker's own `error` event tells the host.
    setTimeout(() => {
      throw error;
    });
  };
  addEventListener('message', (event) => void begin(event).catch(failed), { once: true });
}
