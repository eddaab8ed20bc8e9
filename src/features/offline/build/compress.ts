import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';

/** Compresses contents as gzip, as small as it gets. Each thread of the machine takes a share of them. */
export async function compress(contents: readonly Uint8Array[]): Promise<Uint8Array[]> {
  const threads = Math.min(availableParallelism(), contents.length);
  const shares = Array.from({ length: threads }, (_, thread) => contents.filter((_one, at) => at % threads === thread));
  const compressed = await Promise.all(shares.map(compressInThread));
  return contents.map((_, at) => compressed[at % threads]?.[Math.floor(at / threads)] ?? new Uint8Array());
}

/** In a thread, because it takes seconds, and libdeflate's build for Node listens to the errors of the whole process. */
async function compressInThread(contents: readonly Uint8Array[]): Promise<Uint8Array[]> {
  const worker = new Worker(new URL('./compress-worker.ts', import.meta.url), { workerData: contents });
  const [compressed] = await once(worker, 'message');
  return compressed;
}
