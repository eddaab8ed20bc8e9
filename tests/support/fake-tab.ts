import { vi } from 'vitest';

/** What one tab sees of the browser: a storage that may refuse, and events. */
export class FakeTab {
  readonly items = new Map<string, string>();
  storageError: 'QuotaExceededError' | 'SecurityError' | undefined;
  readonly #events = new EventTarget();

  readonly globals = {
    addEventListener: this.#events.addEventListener.bind(this.#events),
    navigator: {},
    localStorage: {
      getItem: (name: string) => {
        if (this.storageError === 'SecurityError') throw new DOMException('no', this.storageError);
        return this.items.get(name) ?? null;
      },
      setItem: (name: string, value: string) => {
        if (this.storageError) throw new DOMException('no', this.storageError);
        this.items.set(name, value);
      },
      removeItem: (name: string) => {
        if (this.storageError === 'SecurityError') throw new DOMException('no', this.storageError);
        this.items.delete(name);
      },
    },
  };

  /** The reader comes back to the page with Back, and the browser has kept it as it was. */
  comeBack(): void {
    this.#events.dispatchEvent(Object.assign(new Event('pageshow'), { persisted: true }));
  }

  /** The news arrives that another tab has stored a text, or null for having removed it. */
  hear(key: string, newValue: string | null): void {
    this.#events.dispatchEvent(Object.assign(new Event('storage'), { key, newValue }));
  }
}

/** Puts a tab in place of the browser, until the test file takes all stubs back. */
export function stubTab(): FakeTab {
  const tab = new FakeTab();
  for (const [name, value] of Object.entries(tab.globals)) vi.stubGlobal(name, value);
  return tab;
}
