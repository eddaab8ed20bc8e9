import { type Edition, namesOf, type Pack, packFile, parseEdition, serializeEdition } from '../edition.ts';
import { cacheName } from './cache-name.ts';

/** `current`: pages come from it; `previous`: tabs that opened before may still ask it; `next`: on its way, or waiting. */
export type Place = 'current' | 'previous' | 'next';

/** The copy in the browser's cache: up to three lists, and packs that they share by name. */
export class KeptCopy {
  readonly #scope: string;
  readonly #editions = new Map<Place, Promise<Edition | undefined>>();

  constructor(scope: string) {
    this.#scope = scope;
  }

  edition(place: Place): Promise<Edition | undefined> {
    const reading = this.#editions.get(place) ?? this.#readEdition(place);
    this.#editions.set(place, reading);
    // The cache may only be busy: the next request asks it again.
    reading.catch(() => this.#editions.delete(place));
    return reading;
  }

  /** When the current edition was complete, in milliseconds since 1970. */
  async keptAt(): Promise<number> {
    const response = await this.#match(this.#placeAddress('current'));
    return Number(response?.headers.get('x-kept-at') ?? 0);
  }

  async setEdition(place: Place, edition: Edition | undefined): Promise<void> {
    const cache = await this.#open();
    const address = this.#placeAddress(place);
    const headers = { 'content-type': 'application/json', 'x-kept-at': String(Date.now()) };
    if (edition) await cache.put(address, new Response(serializeEdition(edition), { headers }));
    else await cache.delete(address);
    this.#editions.set(place, Promise.resolve(edition));
  }

  /** Packs of an edition that have not come yet. */
  async missing(edition: Edition): Promise<Pack[]> {
    if (!(await caches.has(cacheName(this.#scope)))) return [...edition.packs];
    const requests = await (await this.#open()).keys();
    const addresses = new Set(requests.map(({ url }) => url));
    return edition.packs.filter(({ name }) => !addresses.has(this.packAddress(name)));
  }

  packAddress(name: string): string {
    return `${this.#scope}offline/packs/${packFile(name)}`;
  }

  async pack(name: string): Promise<Response | undefined> {
    return this.#match(this.packAddress(name));
  }

  async putPack(name: string, bytes: ArrayBuffer): Promise<void> {
    await (await this.#open()).put(this.packAddress(name), new Response(bytes));
  }

  async dropPack(name: string): Promise<void> {
    await (await this.#open()).delete(this.packAddress(name));
  }

  /** Pages come from the next edition from now on; the one before stays for open tabs, and older ones go. */
  async promote(): Promise<void> {
    const [current, next] = [await this.edition('current'), await this.edition('next')];
    if (!next) return;
    const isSame = current?.edition === next.edition;
    if (current && !isSame) await this.setEdition('previous', current);
    await this.setEdition('current', next);
    await this.setEdition('next', undefined);
    await this.prune();
  }

  /** Lets go of the packs that no edition needs. */
  async prune(): Promise<void> {
    const needed = namesOf(await this.edition('current'), await this.edition('previous'), await this.edition('next'));
    const addresses = new Set([...needed].map((name) => this.packAddress(name)));
    const cache = await this.#open();
    const isPack = (url: string) => url.startsWith(`${this.#scope}offline/packs/`);
    for (const request of await cache.keys())
      if (isPack(request.url) && !addresses.has(request.url)) await cache.delete(request);
  }

  async remove(): Promise<void> {
    this.#editions.clear();
    await caches.delete(cacheName(this.#scope));
  }

  #open(): Promise<Cache> {
    return caches.open(cacheName(this.#scope));
  }

  /** Looks without making a cache where there is none. */
  async #match(address: string): Promise<Response | undefined> {
    return caches.match(address, { cacheName: cacheName(this.#scope) });
  }

  async #readEdition(place: Place): Promise<Edition | undefined> {
    const response = await this.#match(this.#placeAddress(place));
    return response && parseEdition(await response.text());
  }

  #placeAddress(place: Place): string {
    return `${this.#scope}offline/kept/${place}`;
  }
}
