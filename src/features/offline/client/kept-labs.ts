import { isLabFiles, type LabFile, labFilesList } from '../lab-files.ts';
import { labsCacheName } from './cache-name.ts';

/** What runs the code of labs, in a cache of its own. The list in it is there as long as the reader wants labs without a network. */
export class KeptLabs {
  readonly #scope: string;

  constructor(scope: string) {
    this.#scope = scope;
  }

  /** The list decides and not the cache, which a look at what is missing may make again while it is removed. */
  async isWanted(): Promise<boolean> {
    return (await this.answer(labFilesList)) !== undefined;
  }

  async want(): Promise<void> {
    if (!(await this.isWanted())) await this.setFiles([]);
  }

  async remove(): Promise<void> {
    await caches.delete(labsCacheName(this.#scope));
  }

  /** The answer for one of its files, by the address from the site's folder. */
  async answer(address: string): Promise<Response | undefined> {
    return caches.match(this.#scope + address, { cacheName: labsCacheName(this.#scope) });
  }

  /** What labs need and what has come of it, in bytes; undefined while the reader does not want them. */
  async status(): Promise<{ readonly bytes: number; readonly fetched: number } | undefined> {
    if (!(await this.isWanted())) return undefined;
    const files = await this.#files();
    const missing = await this.missing(files);
    const bytes = weightOf(files);
    return { bytes, fetched: bytes - weightOf(missing) };
  }

  /** Takes the list of what labs need now. */
  async setFiles(files: readonly LabFile[]): Promise<void> {
    await (await this.#open()).put(this.#scope + labFilesList, new Response(JSON.stringify(files)));
  }

  async missing(files: readonly LabFile[]): Promise<LabFile[]> {
    const kept = new Set((await (await this.#open()).keys()).map(({ url }) => url));
    return files.filter(({ path }) => !kept.has(this.#scope + path));
  }

  /** Keeps a file that has come whole; false for one that has not, such as the page of a network that wants a sign-in. */
  async put({ path, bytes }: LabFile, response: Response): Promise<boolean> {
    const body = await response.arrayBuffer();
    // Some hosts announce a .gz as the encoding of the answer, and then the browser has unpacked it already.
    const isWhole = body.byteLength === bytes || response.headers.get('Content-Encoding') === 'gzip';
    if (!response.ok || !isWhole) return false;
    await (await this.#open()).put(this.#scope + path, new Response(body, { headers: response.headers }));
    return true;
  }

  /** Lets go of what former editions needed. */
  async prune(files: readonly LabFile[]): Promise<void> {
    const needed = new Set([labFilesList, ...files.map(({ path }) => path)].map((path) => this.#scope + path));
    const cache = await this.#open();
    for (const request of await cache.keys()) if (!needed.has(request.url)) await cache.delete(request);
  }

  async #files(): Promise<readonly LabFile[]> {
    const list: unknown = await (await this.answer(labFilesList))?.json();
    return isLabFiles(list) ? list : [];
  }

  #open(): Promise<Cache> {
    return caches.open(labsCacheName(this.#scope));
  }
}

const weightOf = (files: readonly LabFile[]) => files.reduce((sum, { bytes }) => sum + bytes, 0);
