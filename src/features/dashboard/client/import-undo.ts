import { readTabValue, writeTabValue } from '#features/practice/client/index.ts';
import { partOf } from '#lib/browser/part-of.ts';
import type { Import } from '../undo-import.ts';
import { readUserData, writeUserData } from '../user-data-file.ts';
import { presentUserData, takeBack } from './user-data-store.ts';

/** Where the last import is kept until the tab is closed. */
const keys = { before: 'wayline:import:before', brought: 'wayline:import:brought' } as const;

interface Surroundings {
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

  constructor(root: HTMLElement, { say, undone, signal }: Surroundings) {
    this.#root = root;
    this.#say = say;
    this.#undone = undone;
    partOf(root, '[data-undo]').addEventListener('click', () => this.#undo(), { signal });
    const { marks, notes, practice } = presentUserData();
    // Everything may have been forgotten in another tab.
    if (marks.size + notes.size + practice.histories.size === 0) this.forget();
    else this.#show(readLast());
  }

  remember(last: Import): void {
    this.#show(last);
    writeTabValue(keys.before, writeUserData(last.before));
    writeTabValue(keys.brought, writeUserData(last.brought));
  }

  forget(): void {
    this.#show(undefined);
    for (const key of Object.values(keys)) writeTabValue(key, undefined);
  }

  #undo(): void {
    if (this.#last) takeBack(this.#last);
    this.forget();
    this.#say('The import was undone. What you have changed since then stays.');
    this.#undone();
    partOf(this.#root, '[data-import]').focus();
  }

  #show(last: Import | undefined): void {
    this.#last = last;
    partOf(this.#root, '[data-undo-line]').hidden = last === undefined;
  }
}

function readLast(): Import | undefined {
  const [before, brought] = [keys.before, keys.brought].map((key) => readUserData(readTabValue(key) ?? ''));
  return before?.ok && brought?.ok ? { before: before.userData, brought: brought.userData } : undefined;
}
