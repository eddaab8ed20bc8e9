import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { BuiltPage, BuiltSite } from './built-site.ts';

/** What is wrong in the markup of the pages, as sentences. Each thread of the machine validates a share of them. */
export async function markupErrors({ pages }: BuiltSite): Promise<string[]> {
  const threads = availableParallelism();
  const shares = Array.from({ length: threads }, (_, thread) => pages.filter((_page, at) => at % threads === thread));
  return (await Promise.all(shares.map(validateInThread))).flat();
}

function validateInThread(pages: readonly BuiltPage[]): Promise<string[]> {
  const workerData = pages.map(({ address, html }) => ({ address, html }));
  const worker = new Worker(new URL('./markup-worker.ts', import.meta.url), { workerData });
  return new Promise((resolve, reject) => {
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', (code) => reject(new Error(`The markup was not validated (exit code ${code}).`)));
  });
}
