import { cacheName, formerCaches, isHashed, type KeptSets, keptAddress, labEngines, listFile } from '../sets.ts';
import { type RequestEvent, reloadPages, workerScope } from './worker-scope.ts';

/**
 * Answers for readers who keep pages offline: from the network, and from the cache when the network does not answer in time.
 * It is registered only when a reader asks for it. Pages fill the cache; the worker adds the pages that are visited.
 */
const { scope } = workerScope.registration;

/** How long the network may take for what is also in the cache, in milliseconds. */
const patience = 4_000;

workerScope.addEventListener('install', (event) => event.waitUntil(workerScope.skipWaiting()));
workerScope.addEventListener('activate', (event) => event.waitUntil(takeOver()));
workerScope.addEventListener('fetch', (event) => {
  const { method, url, cache, destination } = event.request;
  // A page that fills the cache needs the network. A reload has the same cache mode, but also a destination.
  if (method !== 'GET' || !url.startsWith(scope) || (cache === 'no-cache' && destination === '')) return;
  const address = addressOf(url);
  if (address === 'sw.js' || address === listFile) return;
  event.respondWith(isHashed(address) ? fromCacheFirst(event.request, address) : fromNetworkFirst(event, address));
});

/** Takes over open pages. Readers who kept the whole site in an earlier format get it again in this one. */
async function takeOver(): Promise<void> {
  await workerScope.clients.claim();
  const [copy, labs] = formerCaches(scope);
  if (!(await caches.has(copy))) return;
  const engines = (await caches.has(labs)) ? Object.keys(labEngines).map((engine) => `labs-${engine}`) : [];
  const wanted: KeptSets = { ids: ['all', ...engines], version: '' };
  await (await caches.open(cacheName(scope))).put(keptAddress(scope), new Response(JSON.stringify(wanted)));
  for (const name of [copy, labs]) await caches.delete(name);
  // Not awaited: a page would wait for this worker, which answers nothing until it is activated.
  void reloadPages();
}

const fromCacheFirst = async (request: Request, address: string) => (await kept(address)) ?? fetch(request);

async function fromNetworkFirst(event: RequestEvent, address: string): Promise<Response> {
  const { request } = event;
  const copy = await kept(address);
  try {
    const answer = await inTime(fetch(request), copy);
    if (answer.ok && request.mode === 'navigate') event.waitUntil(keep(address, answer.clone()));
    return answer.status >= 500 && copy ? copy : answer;
  } catch (error) {
    if (!copy && request.mode !== 'navigate') throw error;
    return copy ?? withoutNetwork(request.url, address);
  }
}

/** Answers from the network, or from the cache if that has an answer and the network takes too long. */
function inTime(answer: Promise<Response>, copy: Response | undefined): Promise<Response> {
  if (!copy) return answer;
  return Promise.race([answer, new Promise<Response>((resolve) => setTimeout(() => resolve(copy.clone()), patience))]);
}

/** Sends an address without its last slash, or of a page's text version, to the kept page; others get the page about no network. */
async function withoutNetwork(url: string, address: string): Promise<Response> {
  const page = `${address.replace(/\.(?:md|json)$/u, '')}/`;
  if (await kept(page)) return Response.redirect(scope + page + new URL(url).search, 302);
  const missing = await kept('offline/missing/');
  const text = 'You are offline, and this page is not kept on your device.';
  const headers = missing?.headers ?? { 'Content-Type': 'text/plain' };
  return new Response(missing?.body ?? text, { status: 503, headers });
}

const kept = (address: string): Promise<Response | undefined> =>
  caches.match(scope + address, { cacheName: cacheName(scope) });

/** Keeps a response. Without room it isn't kept, but the reader still sees the page. */
async function keep(address: string, answer: Response): Promise<void> {
  try {
    await (await caches.open(cacheName(scope))).put(scope + address, answer);
  } catch (error) {
    console.warn(`${address} could not be kept:`, error);
  }
}

/**
 * The path of an address relative to the site's folder, without query and fragment: `topics/indexing/`. It is read as
 * the server does: percent signs are decoded, and double slashes count as one.
 */
function addressOf(url: string): string {
  return decode(url.slice(scope.length).replace(/[?#].*$/u, ''))
    .replace(/\/{2,}/gu, '/')
    .replace(/^\//u, '');
}

/** Decodes a path; one that is malformed stays as it is. */
function decode(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch (error) {
    if (error instanceof URIError) return path;
    throw error;
  }
}
