import { href } from '#lib/href.ts';
import { cacheName, isHashed, type KeptSets, keptAddress, listFile, type OfflineList } from '../sets.ts';

/** How many files are fetched at the same time. */
const lanes = 6;

/** Called with the share of files that have arrived, from 0 to 1. */
type Progress = (share: number) => void;

/** Adds and removes what a reader keeps offline. */
export class KeptPages {
  readonly #scope = new URL(href('/'), location.href).href;

  /** Fetches what the site offers now. Rejects without a network. */
  async list(): Promise<OfflineList> {
    const response = await fetch(this.#scope + listFile, { cache: 'no-cache' });
    if (!response.ok) throw new Error(`${listFile}: ${response.status}`);
    return (await response.json()) as OfflineList;
  }

  async kept(): Promise<KeptSets> {
    const stored = await caches.match(keptAddress(this.#scope), { cacheName: cacheName(this.#scope) });
    return stored ? ((await stored.json()) as KeptSets) : { ids: [], version: '' };
  }

  /** Keeps a set, and what every page needs. Files from before an interruption aren't fetched again. */
  async take(id: string, { sets, version }: OfflineList, progress: Progress): Promise<void> {
    await navigator.serviceWorker.register(workerAddress(), { scope: this.#scope, updateViaCache: 'none' });
    const { ids, version: before } = await this.kept();
    await this.#fetchAll(urlsOf([id], sets), { progress });
    await this.#remember({ ids: [...new Set([...ids, id])], version: ids.length === 0 ? version : before });
  }

  /** Removes a set, except for what another one needs. Removing the last one removes everything. */
  async drop(id: string, { sets }: OfflineList): Promise<void> {
    const { ids, version } = await this.kept();
    const others = ids.filter((other) => other !== id);
    if (others.length === 0) return this.removeAll();
    const needed = new Set(urlsOf(others, sets));
    const cache = await this.#open();
    for (const url of urlsOf([id], sets)) if (!needed.has(url)) await cache.delete(this.#scope + url);
    return this.#remember({ ids: others, version });
  }

  /** Updates everything that is kept if the site has changed or something failed to arrive. */
  async renew(): Promise<void> {
    const { ids, version } = await this.kept();
    const list = await this.list();
    if (ids.length === 0 || version === list.version) return;
    const urls = urlsOf(ids, list.sets);
    await this.#fetchAll(urls, { isRenewal: version !== '' });
    await this.#remember({ ids, version: list.version });
    const needed = new Set(urls);
    const cache = await this.#open();
    for (const { url } of await cache.keys()) {
      const address = url.slice(this.#scope.length);
      if (isHashed(address) && !needed.has(address)) await cache.delete(url);
    }
  }

  /** Removes everything that is kept, and the service worker. */
  async removeAll(): Promise<void> {
    const registration = await navigator.serviceWorker.getRegistration(this.#scope);
    if (registration?.scope === this.#scope) await registration.unregister();
    await caches.delete(cacheName(this.#scope));
  }

  async #fetchAll(
    urls: readonly string[],
    { isRenewal = false, progress }: { readonly isRenewal?: boolean; readonly progress?: Progress },
  ): Promise<void> {
    const cache = await this.#open();
    const known = new Set((await cache.keys()).map(({ url }) => url.slice(this.#scope.length)));
    const queue = urls.filter((url) => !known.has(url) || (isRenewal && !isHashed(url)));
    let done = urls.length - queue.length;
    const work = async () => {
      for (let url = queue.shift(); url !== undefined; url = queue.shift()) {
        await this.#fetchInto(cache, url);
        done += 1;
        progress?.(done / urls.length);
      }
    };
    try {
      await Promise.all(Array.from({ length: lanes }, work));
    } finally {
      // After a failure, the other lanes finish their current file and stop.
      queue.length = 0;
    }
  }

  /** Keeps one file, unless something else arrived in its place, such as the sign-in page of a network. */
  async #fetchInto(cache: Cache, url: string): Promise<void> {
    const response = await fetch(this.#scope + url, { cache: 'no-cache' });
    const isPage = url === '' || /(?:\/|\.html)$/u.test(url);
    const isHtml = response.headers.get('content-type')?.includes('html') === true;
    if (!response.ok || response.redirected || isHtml !== isPage) throw new Error(`${url}: ${response.status}`);
    await cache.put(this.#scope + url, response);
  }

  async #remember(kept: KeptSets): Promise<void> {
    await (await this.#open()).put(keptAddress(this.#scope), new Response(JSON.stringify(kept)));
  }

  #open(): Promise<Cache> {
    return caches.open(cacheName(this.#scope));
  }
}

/** The files of the given sets and of the site itself, each once. */
function urlsOf(ids: readonly string[], sets: OfflineList['sets']): readonly string[] {
  return [...new Set(sets.filter(({ id }) => id === 'site' || ids.includes(id)).flatMap(({ urls }) => urls))];
}

/**
 * The part of Trusted Types that is used: https://www.w3.org/TR/trusted-types/. A policy doesn't create strings, but the
 * DOM types only accept addresses as strings.
 */
interface PolicyFactory {
  createPolicy(name: string, rules: ScriptPolicy): ScriptPolicy;
}

interface ScriptPolicy {
  createScriptURL(address: string): string;
}

let policy: ScriptPolicy | undefined;

/**
 * The address of the worker, which never changes. The content security policy allows only this policy to create the
 * address of a script, and it creates only this one.
 */
function workerAddress(): string {
  const address = href('/sw.js');
  const { trustedTypes } = window as { trustedTypes?: PolicyFactory };
  if (!trustedTypes) return address;
  policy ??= trustedTypes.createPolicy('wayline-offline', {
    createScriptURL(asked) {
      if (asked !== address) throw new TypeError(`${asked} is not the worker of this site.`);
      return asked;
    },
  });
  return policy.createScriptURL(address);
}
