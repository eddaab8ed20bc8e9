/** The part of a service worker's global scope that is used; the DOM types have none of it. */
interface WorkerScope {
  readonly registration: { readonly scope: string; unregister(): Promise<boolean> };
  readonly clients: { claim(): Promise<void>; matchAll(): Promise<readonly WindowClient[]> };
  skipWaiting(): Promise<void>;
  addEventListener(type: 'install' | 'activate', listener: (event: WaitingEvent) => void): void;
  addEventListener(type: 'fetch', listener: (event: RequestEvent) => void): void;
}

interface WaitingEvent {
  waitUntil(work: Promise<unknown>): void;
}

export interface RequestEvent extends WaitingEvent {
  readonly request: Request;
  respondWith(answer: Promise<Response>): void;
}

interface WindowClient {
  readonly url: string;
  navigate(url: string): Promise<unknown>;
}

/** The global scope of the worker that this runs in. */
export const workerScope = self as unknown as WorkerScope;

/** Reloads open pages from the site. */
export async function reloadPages(): Promise<void> {
  const pages = await workerScope.clients.matchAll();
  await Promise.allSettled(pages.map((page) => page.navigate(page.url)));
}
