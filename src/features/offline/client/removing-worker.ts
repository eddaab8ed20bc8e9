import { cacheName, formerCaches } from '../sets.ts';
import { reloadPages, workerScope } from './worker-scope.ts';

/**
 * Replaces the worker if the site gives up offline pages: it removes what was kept and itself, and reloads open pages
 * from the site. docs/deploy.md says when to ship it.
 */
workerScope.addEventListener('install', (event) => event.waitUntil(workerScope.skipWaiting()));
workerScope.addEventListener('activate', (event) => event.waitUntil(removeEverything()));

async function removeEverything(): Promise<void> {
  const { registration } = workerScope;
  for (const name of [cacheName(registration.scope), ...formerCaches(registration.scope)]) await caches.delete(name);
  await registration.unregister();
  await reloadPages();
}
