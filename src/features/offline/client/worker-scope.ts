/** As much of a service worker's surroundings as is used; the DOM library that pages are checked with has none of it. */
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

/** The global object of the worker that this runs in. */
export const workerScope = self as unknown as WorkerScope;

/** Shows open pages as the site has them now. */
export async function reloadPages(): Promise<void> {
  const pages = await workerScope.clients.matchAll();
  await Promise.allSettled(pages.map((page) => page.navigate(page.url)));
}
