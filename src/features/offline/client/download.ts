import { type Edition, namesOf, type Pack, packFile, parseEdition, weightOf } from '../edition.ts';
import { isLabFiles, labFilesList } from '../lab-files.ts';
import type { CopyFault, CopyStatus } from '../status.ts';
import type { KeptCopy } from './kept-copy.ts';
import type { KeptLabs } from './kept-labs.ts';

/** How many packs are on their way at once. */
const lanes = 4;

/** A download stopped for a reason that the reader is told. */
class Stopped extends Error {
  readonly fault: CopyFault;

  constructor(fault: CopyFault) {
    super(fault);
    this.fault = fault;
  }
}

/** Brings the copy to the edition that the site offers, pack by pack; what has come stays when it is cut off. */
export class Download {
  readonly #copy: KeptCopy;
  readonly #labs: KeptLabs;
  readonly #scope: string;
  readonly #tell: () => Promise<void>;
  #running: Promise<void> | undefined;
  #ending = new AbortController();
  #fault: CopyFault | undefined;

  constructor(copy: KeptCopy, { labs, scope, tell }: { labs: KeptLabs; scope: string; tell: () => Promise<void> }) {
    this.#copy = copy;
    this.#labs = labs;
    this.#scope = scope;
    this.#tell = tell;
  }

  /** Starts, or joins what is under way. Never rejects: what went wrong is in the status. */
  run(): Promise<void> {
    this.#running ??= this.#fetchAll().finally(() => {
      this.#running = undefined;
      return this.#tell();
    });
    return this.#running;
  }

  /** Ends what is under way, and waits until nothing is written any more. */
  async stop(): Promise<void> {
    this.#ending.abort();
    await this.#running;
    this.#ending = new AbortController();
    this.#fault = undefined;
  }

  async status(): Promise<CopyStatus> {
    const [current, next] = [await this.#copy.edition('current'), await this.#copy.edition('next')];
    const had = current?.edition === next?.edition ? new Set<string>() : namesOf(current);
    const wanted = next?.packs.filter(({ name }) => !had.has(name)) ?? [];
    const bytes = weightOf(wanted);
    return {
      kept: current && { edition: current.edition, bytes: weightOf(current.packs), at: await this.#copy.keptAt() },
      next: next && {
        edition: next.edition,
        bytes,
        fetched: bytes - weightOf(await this.#copy.missing({ ...next, packs: wanted })),
      },
      labs: await this.#labs.status(),
      isFetching: this.#running !== undefined,
      fault: this.#fault,
    };
  }

  async #fetchAll(): Promise<void> {
    this.#fault = undefined;
    try {
      await this.#fetchEdition();
      if (await this.#labs.isWanted()) await this.#fetchLabs();
    } catch (error) {
      if (!this.#ending.signal.aborted) this.#fault = faultOf(error);
    }
  }

  async #fetchEdition(): Promise<void> {
    const offered = await this.#offeredEdition();
    const current = await this.#copy.edition('current');
    const missing = await this.#copy.missing(offered);
    // Only a whole copy waits for the reader's word before a new edition takes its place.
    const isWhole = current !== undefined && (await this.#copy.missing(current)).length === 0;
    if (current?.edition === offered.edition && missing.length === 0) {
      await this.#copy.setEdition('next', undefined);
      await this.#copy.prune();
      return;
    }
    await this.#copy.setEdition('next', offered);
    await this.#copy.prune();
    await this.#tell();
    const queue = [...missing];
    // Waits for every lane, also when one fails, so that nothing is written once this is over.
    const outcomes = await Promise.allSettled(Array.from({ length: lanes }, () => this.#fetchFrom(queue)));
    for (const outcome of outcomes) if (outcome.status === 'rejected') throw outcome.reason;
    if (current?.edition === offered.edition || !isWhole) await this.#copy.promote();
  }

  /** What the site offers now; also asks for the worker's own address, which has to answer with a script. */
  async #offeredEdition(): Promise<Edition> {
    const [list, worker] = await Promise.all([this.#ask('offline/edition.json', 'no-cache'), this.#ask('sw.js')]);
    const edition = list.ok ? parseEdition(await list.text()) : undefined;
    const isScript = worker.ok && /javascript/u.test(worker.headers.get('content-type') ?? '');
    if (list.status >= 500 || worker.status >= 500) throw new Stopped('interrupted');
    if (!edition || !isScript) throw new Stopped('strange');
    return edition;
  }

  async #fetchFrom(queue: Pack[]): Promise<void> {
    for (let pack = queue.shift(); pack; pack = queue.shift()) {
      try {
        await this.#fetchPack(pack);
      } catch (error) {
        // The other lanes end with what they have in hand.
        queue.length = 0;
        throw error;
      }
      await this.#tell();
    }
  }

  /** What runs labs, file by file: the largest of them weigh more than half of the whole. */
  async #fetchLabs(): Promise<void> {
    const files: unknown = await (await this.#ask(labFilesList, 'no-cache')).json();
    if (!isLabFiles(files)) throw new Stopped('strange');
    await this.#labs.setFiles(files);
    for (const file of await this.#labs.missing(files)) {
      await this.#tell();
      if (!(await this.#labs.put(file, await this.#ask(file.path)))) throw new Stopped('interrupted');
    }
    // Pages of an edition that is shown still ask for the files of that one.
    if (!(await this.#copy.edition('next'))) await this.#labs.prune(files);
  }

  async #fetchPack({ name }: Pack): Promise<void> {
    const response = await this.#ask(`offline/packs/${packFile(name)}`);
    const bytes = await response.arrayBuffer();
    if (!response.ok || (await hashOf(bytes)) !== name) throw new Stopped('interrupted');
    await this.#copy.putPack(name, bytes);
  }

  /** @param cache what the browser's own cache may do: a pack would be kept twice. */
  #ask(address: string, cache: RequestCache = 'no-store'): Promise<Response> {
    return fetch(this.#scope + address, { cache, signal: this.#ending.signal });
  }
}

function faultOf(error: unknown): CopyFault {
  if (error instanceof Stopped) return error.fault;
  return error instanceof DOMException && error.name === 'QuotaExceededError' ? 'full' : 'interrupted';
}

async function hashOf(bytes: ArrayBuffer): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return [...digest.subarray(0, 8)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
