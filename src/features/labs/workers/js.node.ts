/** The same engine as js.worker.ts in a thread of Node.js, with what only Node.js has put out of reach. */
import { parentPort } from 'node:worker_threads';
import { openJsEngine } from '../runner/js/run.ts';
import type { Job, WorkerMessage } from '../runner/protocol.ts';

const port = parentPort;
if (!port) throw new Error('js.node.ts runs as a worker.');
const nodeProcess = process;
let modules = 0;

/** An address that holds the source. The number makes two modules of the same source. */
function toAddress(source: string): string {
  modules += 1;
  return `data:text/javascript;base64,${Buffer.from(`${source}\n//${modules}`).toString('base64')}`;
}

const post: (message: WorkerMessage) => void = port.postMessage.bind(port);
const run = openJsEngine(post, {
  toAddress,
  onUncaught: (listener) => {
    nodeProcess.on('uncaughtException', listener);
    nodeProcess.on('unhandledRejection', listener);
  },
});
for (const name of ['global', 'WebSocket', 'EventSource', 'navigator', 'localStorage', 'sessionStorage'])
  Reflect.deleteProperty(globalThis, name);
port.on('message', (job: Job) => void run(job));
post({ type: 'ready' });
