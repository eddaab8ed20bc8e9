import { Worker } from 'node:worker_threads';
import type { EngineWorker } from '../runner/host.ts';
import type { Engine } from '../runner/protocol.ts';

/** An engine in a thread of Node.js. */
export function startNodeWorker(engine: Engine): EngineWorker {
  const worker = new Worker(new URL(`../workers/${engine}.node.ts`, import.meta.url), {
    // A program that takes more ends its thread.
    resourceLimits: { maxOldGenerationSizeMb: 1024 },
    stdout: true,
    stderr: true,
  });
  return {
    post: (job) => worker.postMessage(job),
    listen: (listener) => {
      worker.on('message', listener);
      worker.on('error', ({ stack, message }) => listener({ type: 'broken', error: { message: stack ?? message } }));
      worker.on('exit', (code) => listener({ type: 'broken', error: { message: `exit code ${code}` } }));
    },
    terminate: () => void worker.terminate(),
  };
}
