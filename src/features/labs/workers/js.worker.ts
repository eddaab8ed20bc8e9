/** The engine of JavaScript: a classic worker, started from a `blob:` in the sandbox, for one run. */
import { openJsEngine } from '../runner/js/run.ts';
import type { Job, WorkerMessage } from '../runner/protocol.ts';

/** The only way out. What a program sends with `postMessage` of its own, nobody listens to. */
addEventListener(
  'message',
  ({ ports: [port] }) => {
    if (!port) return;
    const run = openJsEngine((message: WorkerMessage) => port.postMessage(message), {
      toAddress: (source) => URL.createObjectURL(new Blob([source], { type: 'text/javascript' })),
      onUncaught: (listener) => {
        addEventListener('error', (event) => {
          event.preventDefault();
          listener(event.error ?? event.message);
        });
        addEventListener('unhandledrejection', (event) => {
          event.preventDefault();
          listener(event.reason);
        });
      },
    });
    port.onmessage = ({ data }: MessageEvent<Job>) => void run(data);
    port.postMessage({ type: 'ready' });
  },
  { once: true },
);
