import type { Edition } from '../edition.ts';
import { isHashed, mediaType } from '../members.ts';
import { splitPack } from '../pack.ts';
import type { KeptCopy, Place } from './kept-copy.ts';
import type { KeptLabs } from './kept-labs.ts';

/** How many packs stay unpacked, up to about eight megabytes each. */
const mostUnpacked = 4;

/** What is never answered from the copy: the copy's own files. */
const ofTheNetwork = /^(?:sw\.js|offline\/(?:edition|labs)\.json|offline\/packs\/.*)$/u;

/** Answers requests from the copy, and from the network where the copy has nothing. */
export class Answers {
  readonly #copy: KeptCopy;
  readonly #labs: KeptLabs;
  readonly #scope: string;
  readonly #packOf = new WeakMap<Edition, ReadonlyMap<string, string>>();
  readonly #unpacked = new Map<string, Promise<ReadonlyMap<string, Uint8Array>>>();

  constructor(copy: KeptCopy, { labs, scope }: { labs: KeptLabs; scope: string }) {
    this.#copy = copy;
    this.#labs = labs;
    this.#scope = scope;
  }

  /** Whether a request is one for the site that the copy may answer. */
  isOurs({ method, url }: Request): boolean {
    return method === 'GET' && url.startsWith(this.#scope) && !ofTheNetwork.test(this.#addressOf(url));
  }

  async answer(request: Request): Promise<Response> {
    const fromCopy = await this.#fromCopy(request.url).catch(() => undefined);
    if (fromCopy) return fromCopy;
    try {
      return await fetch(request);
    } catch {
      return request.mode === 'navigate' ? this.#withoutNetwork(request.url) : Response.error();
    }
  }

  async #fromCopy(url: string): Promise<Response | undefined> {
    const address = this.#addressOf(url);
    if (address.startsWith('engines/')) return this.#labs.answer(address);
    const answer = await this.#fromEdition('current', address);
    if (answer) return answer;
    if (await this.#fromEdition('current', `${address}/`))
      return Response.redirect(`${this.#scope}${address}/${new URL(url).search}`, 301);
    // A tab that opened before a new edition was shown still asks for the files of its own.
    return isHashed(address) ? this.#fromEdition('previous', address) : undefined;
  }

  async #fromEdition(place: Place, address: string): Promise<Response | undefined> {
    const edition = await this.#copy.edition(place);
    const name = edition && this.#packsByAddress(edition).get(address);
    if (!name) return undefined;
    const bytes = (await this.#unpack(name)).get(address);
    return (
      bytes &&
      new Response(Uint8Array.from(bytes), {
        headers: { ...edition.headers, 'Content-Type': mediaType(address) },
      })
    );
  }

  /** A page as Markdown or JSON is not in the copy, but the page is; for everything else there is a page that says so. */
  async #withoutNetwork(url: string): Promise<Response> {
    const address = this.#addressOf(url);
    const original = address.replace(/\.(?:md|json)$/u, '/');
    if (original !== address && (await this.#fromEdition('current', original).catch(() => undefined)))
      return Response.redirect(this.#scope + original, 302);
    const page = await this.#fromEdition('current', 'offline/missing/').catch(() => undefined);
    const text = 'You are offline, and this page is not in your offline copy.';
    return new Response(page?.body ?? text, {
      status: 503,
      headers: page?.headers ?? { 'Content-Type': 'text/plain' },
    });
  }

  #packsByAddress(edition: Edition): ReadonlyMap<string, string> {
    const known = this.#packOf.get(edition);
    if (known) return known;
    const made = new Map(edition.packs.flatMap(({ name, addresses }) => addresses.map((address) => [address, name])));
    this.#packOf.set(edition, made);
    return made;
  }

  #unpack(name: string): Promise<ReadonlyMap<string, Uint8Array>> {
    const unpacked = this.#unpacked.get(name) ?? this.#readPack(name);
    // What was used last stands last, and what was not used for longest goes first.
    this.#unpacked.delete(name);
    this.#unpacked.set(name, unpacked);
    const [oldest] = this.#unpacked.keys();
    if (this.#unpacked.size > mostUnpacked && oldest) this.#unpacked.delete(oldest);
    return unpacked;
  }

  async #readPack(name: string): Promise<ReadonlyMap<string, Uint8Array>> {
    try {
      const stored = await this.#copy.pack(name);
      if (!stored?.body) throw new Error(`The pack ${name} is gone.`);
      const stream = stored.body.pipeThrough(new DecompressionStream('gzip'));
      return splitPack(new Uint8Array(await new Response(stream).arrayBuffer()));
    } catch (error) {
      // The next download brings it again.
      this.#unpacked.delete(name);
      await this.#copy.dropPack(name);
      throw error;
    }
  }

  /**
   * From the site's folder, without what is asked or pointed at: `topics/indexing/`. As the server reads it: percent signs
   * decoded, slashes not doubled.
   */
  #addressOf(url: string): string {
    const path = url.slice(this.#scope.length).replace(/[?#].*$/u, '');
    return decode(path)
      .replace(/\/{2,}/gu, '/')
      .replace(/^\//u, '');
  }
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
