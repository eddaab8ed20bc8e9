import { cacheName, formerCaches } from '../sets.ts';
import { reloadPages, workerScope } from './worker-scope.ts';

/**
 * Takes the place of the worker when the site gives offline pages up: it removes what was kept and itself, and shows open
 * pages as the site has them now. docs/deploy.md says when to ship it.
 */
workerScope.addEventListener('install', (event) => event.waitUntil(workerScope.skipWaiting()));
workerScope.addEventListener('activate', (event) => event.waitUntil(removeEverything()));

async function removeEverything(): Promise<void> {
  const { registration } = workerScope;
  for (const name of [cacheName(registration.scope), ...formerCaches(registration.scope)]) await caches.delete(name);
  await registration.unregister();
  await reloadPages();
}
