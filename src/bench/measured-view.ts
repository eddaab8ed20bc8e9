import type { Page } from '@playwright/test';

/** Milliseconds that the progress page takes. */
export interface ViewTimes {
  /** Until the reader sees it, and until the last topic of the lists is drawn. */
  readonly shown: number;
  readonly whole: number;
  /** What each act takes until the page is laid out again, script and layout together; the middle of ten. */
  readonly acts: readonly (readonly [name: string, milliseconds: number])[];
}

/** The acts of a reader: what is used, and the values that it takes in turn. */
const acts = [
  ['choose a level', '[name="level"]', ['beginner', '']],
  ['hide what is known', '[name="hide"]', ['', '']],
  ['search the notes', '[data-notes-query]', ['number 7', 'remember']],
  ['choose a role', '[data-role]', ['engineer', '']],
  ['open the stops of a line', '.my-lines details', ['', '']],
] as const;

/**
 * Measures the progress page of a reader whose belongings are stored already.
 * @param throttle how many times slower than this one the processor is made for the acts.
 */
export async function measureView(page: Page, address: string, throttle: number): Promise<ViewTimes> {
  await page.addInitScript(watchLists);
  await page.goto(address);
  await page.locator('[data-lists] h3').first().waitFor();
  await page.waitForTimeout(1500);
  const { shown, whole } = await page.evaluate(readTimes);
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: throttle });
  const times: [string, number][] = [];
  for (const [name, selector, values] of acts) times.push([name, await page.evaluate(act, { selector, values })]);
  return { shown, whole, acts: times };
}

/** Runs in the page: notes when the lists last changed. */
function watchLists(): void {
  new MutationObserver((records) => {
    const isList = records.some(({ target }) => target instanceof Element && target.closest('[data-lists]'));
    if (isList) document.documentElement.dataset['drawn'] = String(performance.now());
  }).observe(document, { childList: true, subtree: true });
}

/** Runs in the page. */
function readTimes() {
  const [measure] = performance.getEntriesByName('wayline:my-view');
  const drawn = Number(document.documentElement.dataset['drawn']);
  return { shown: measure?.duration ?? 0, whole: drawn - (measure?.startTime ?? 0) };
}

/** Runs in the page: does something ten times, and lets the page come to rest in between. */
async function act({ selector, values }: { selector: string; values: readonly string[] }): Promise<number> {
  const element = document.querySelector<HTMLElement>(selector);
  if (!element) return Number.NaN;
  const times: number[] = [];
  for (let round = 0; round < 10; round += 1) {
    const start = performance.now();
    if (element instanceof HTMLDetailsElement) element.open = !element.open;
    else if (element instanceof HTMLInputElement && element.type === 'checkbox') element.click();
    else (element as HTMLInputElement).value = values[round % 2] ?? '';
    if (!(element instanceof HTMLInputElement && element.type === 'checkbox'))
      for (const type of ['input', 'change', 'toggle'])
        element.dispatchEvent(new Event(type, { bubbles: type !== 'toggle' }));
    void document.body.offsetHeight;
    times.push(performance.now() - start);
    await new Promise((resolve) => setTimeout(resolve, 300));
  }
  return times.toSorted((a, b) => a - b)[5] ?? Number.NaN;
}
