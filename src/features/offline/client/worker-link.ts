import type { CopyRequest, CopyStatus } from '../status.ts';
import { cacheName, labsCacheName } from './cache-name.ts';
import { workerAddress } from './worker-address.ts';

/** How long a worker may take to answer, in milliseconds. */
const patience = 5_000;
/** Browsers end a worker after some minutes unless a page asks for it again. */
const reminder = 20_000;

/** Whether the reader's device saves data, so that nothing is downloaded unasked. */
export function savesData(): boolean {
  const { connection } = navigator as { connection?: { saveData?: boolean } };
  return connection?.saveData === true;
}

/** The worker of this site's copy as a page talks to it. */
export class WorkerLink {
  readonly #base: string;

  /** @param base the site's folder, with a slash at both ends. */
  constructor(base: string) {
    this.#base = base;
  }

  /** Registers the worker and waits until it runs. Rejects where the browser or the site does not allow it. */
  async register(): Promise<void> {
    await navigator.serviceWorker.register(workerAddress(this.#base), { scope: this.#base, updateViaCache: 'none' });
    await navigator.serviceWorker.ready;
  }

  /** Asks the worker, and hands back how things stand; undefined when there is none or it does not answer. */
  async ask(request: CopyRequest): Promise<CopyStatus | undefined> {
    const worker = (await this.#registration())?.active;
    if (!worker) return undefined;
    const { port1, port2 } = new MessageChannel();
    return new Promise((resolve) => {
      const tooLate = setTimeout(() => resolve(undefined), patience);
      port1.onmessage = ({ data }) => {
        clearTimeout(tooLate);
        resolve(data);
      };
      worker.postMessage(request, [port2]);
    });
  }

  /** Calls back whenever the worker tells how things stand, and keeps it at a download that is under way. */
  watch(listener: (status: CopyStatus) => void, signal: AbortSignal): void {
    let isFetching = false;
    const hear = ({ data }: MessageEvent) => {
      if (data?.kind !== 'wayline-offline') return;
      isFetching = data.status.isFetching;
      listener(data.status);
    };
    navigator.serviceWorker.addEventListener('message', hear, { signal });
    navigator.serviceWorker.startMessages();
    const timer = setInterval(() => isFetching && void this.ask('keep'), reminder);
    signal.addEventListener('abort', () => clearInterval(timer));
  }

  /**
   * Removes the copy and the worker, also one that does not answer. A browser that is busy looking for a newer worker
   * removes it afterwards; until then it finds no copy and lets everything through to the network.
   */
  async remove(): Promise<void> {
    await this.ask('remove');
    const registration = await this.#registration();
    const tooLate = new Promise((resolve) => setTimeout(resolve, patience));
    await Promise.race([registration?.unregister(), tooLate]);
    const scope = new URL(this.#base, location.href).href;
    await Promise.all([caches.delete(cacheName(scope)), caches.delete(labsCacheName(scope))]);
  }

  /** A host may serve other sites from other folders, with workers of their own. */
  async #registration(): Promise<ServiceWorkerRegistration | undefined> {
    const registration = await navigator.serviceWorker.getRegistration(this.#base);
    return registration?.scope === new URL(this.#base, location.href).href ? registration : undefined;
  }
}
