import { cacheName, labsCacheName } from './cache-name.ts';
import { workerScope } from './worker-scope.ts';

/**
 * Takes the place of the worker of the offline copy when the site gives the copy up: it removes the copy and itself,
 * and shows open pages as the site has them now. docs/deploy.md says when to ship it.
 */
workerScope.addEventListener('install', (event) => event.waitUntil(workerScope.skipWaiting()));
workerScope.addEventListener('activate', (event) => event.waitUntil(removeEverything()));

async function removeEverything(): Promise<void> {
  const { registration, clients } = workerScope;
  await caches.delete(cacheName(registration.scope));
  await caches.delete(labsCacheName(registration.scope));
  await registration.unregister();
  const pages = await clients.matchAll({ type: 'window', includeUncontrolled: false });
  await Promise.allSettled(pages.map((page) => page.navigate(page.url)));
}
