/** What a journey needs of a browser's tab. Each engine fills it in its own protocol. */
export interface Tab {
  open(address: string): Promise<void>;
  reload(): Promise<void>;
  back(): Promise<void>;
  /** Runs a function in the page. It can use nothing from around it but what it is given. */
  evaluate<Given extends readonly unknown[], Value>(
    act: (...given: Given) => Value | Promise<Value>,
    ...given: Given
  ): Promise<Value>;
  /** Clicks as a mouse does, once such an element can be seen and used. A name is all that it says, or the beginning with “…” after it. */
  click(selector: string, name?: string): Promise<void>;
  /** Types into what has the focus. */
  type(text: string): Promise<void>;
  press(key: 'Enter' | 'a', withControl?: 'Control'): Promise<void>;
  close(): Promise<void>;
}

/** Starts to load pages, and resolves when the browser has asked for each of them and for what they need. */
export type UntilLoaded = (addresses: readonly string[], load: () => unknown) => Promise<void>;

/** An engine that runs on this machine. */
export interface RunningEngine {
  /** A tab whose storage is empty and its own. */
  newTab(): Promise<Tab>;
  /** What the browser writes to its console about faults while it loads each of these pages. */
  faultsOf(addresses: readonly string[], untilLoaded: UntilLoaded): Promise<string[]>;
  close(): Promise<void>;
}

/** Runs in the page: the first visible element that a selector finds and that has this name for readers. */
export function findVisible(selector: string, name?: string | null): Element | null {
  const words = (element: Element) =>
    (element.getAttribute('aria-label') ?? (element as HTMLElement).innerText ?? '').replace(/\s+/gu, ' ').trim();
  const isNamed = (element: Element) =>
    name == null ||
    (name.endsWith('…') && !words(element).endsWith('…')
      ? words(element).startsWith(name.slice(0, -1))
      : words(element) === name);
  return (
    [...document.querySelectorAll(selector)].find(
      (each) => each.checkVisibility() && !each.matches(':disabled') && isNamed(each),
    ) ?? null
  );
}

/** Asks until there is an answer. */
export async function eventually<Value>(ask: () => Promise<Value | null>, what: string): Promise<Value> {
  const end = Date.now() + 15_000;
  for (;;) {
    const value = await ask();
    if (value !== null) return value;
    if (Date.now() > end) throw new Error(`There is no ${what}.`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
