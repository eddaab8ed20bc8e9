import { partOf } from '#lib/browser/part-of.ts';
import { readTabValue, writeTabValue } from '#lib/browser/tab-value.ts';
import type { Import } from '../undo-import.ts';
import { noUserData } from '../user-data.ts';
import { readUserData, writeUserData } from '../user-data-file.ts';
import { presentUserData, takeBack } from './user-data-store.ts';

/** Says in this tab that there is an import to undo, and names the cache that holds it: what is stored may fill the rest. */
const place = 'wayline:import';

interface Options {
  readonly say: (text: string) => void;
  readonly undone: () => void;
  readonly signal: AbortSignal;
}

/** Offers to undo the last import, also after a reload. */
export class ImportUndo {
  readonly #root: HTMLElement;
  readonly #say: (text: string) => void;
  readonly #undone: () => void;
  #last: Import | undefined;

  constructor(root: HTMLElement, { say, undone, signal }: Options) {
    this.#root = root;
    this.#say = say;
    this.#undone = undone;
    partOf(root, '[data-undo]').addEventListener('click', () => this.#undo(), { signal });
    // Everything may have been forgotten in another tab.
    if (writeUserData(presentUserData()) === writeUserData(noUserData)) this.forget();
    else void readLast().then((last) => this.#show(last));
  }

  /** The button appears once the import is kept, so that a reload can't lose what the button promises. */
  remember(last: Import): void {
    void keepLast(last).finally(() => this.#show(last));
  }

  forget(): void {
    this.#show(undefined);
    void keepLast(undefined);
  }

  #undo(): void {
    const reason = this.#last && takeBack(this.#last);
    if (reason === undefined) this.forget();
    this.#say(
      reason === undefined
        ? 'The import was undone. What you have changed since then stays.'
        : `The import could not be undone: ${reason}.`,
    );
    this.#undone();
    partOf(this.#root, '[data-import]').focus();
  }

  #show(last: Import | undefined): void {
    this.#last = last;
    partOf(this.#root, '[data-undo-line]').hidden = last === undefined;
  }
}

/** Where the browser offers no cache, an import can be undone until the page is left. */
async function keepLast(last: Import | undefined): Promise<void> {
  writeTabValue(place, undefined);
  if (!('caches' in globalThis)) return;
  await caches.delete(place);
  if (!last) return;
  const cache = await caches.open(place);
  await cache.put('/before', new Response(writeUserData(last.before)));
  await cache.put('/brought', new Response(writeUserData(last.brought)));
  writeTabValue(place, 'kept');
}

async function readLast(): Promise<Import | undefined> {
  if (!('caches' in globalThis) || readTabValue(place) === undefined) return undefined;
  const read = async (name: string) => {
    const response = await caches.match(name, { cacheName: place });
    return readUserData((await response?.text()) ?? '');
  };
  const [before, brought] = [await read('/before'), await read('/brought')];
  return before.ok && brought.ok ? { before: before.userData, brought: brought.userData } : undefined;
}
