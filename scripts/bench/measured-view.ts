import type { CDPSession, Page } from '@playwright/test';

/** Milliseconds of the processor that the progress page takes, on the thread that answers the reader. */
export interface ViewTimes {
  /** From the HTML on, until nothing is left to do: scripts, data, layout. */
  readonly whole: number;
  /** What each act takes until the page is laid out again, the middle of ten. */
  readonly acts: readonly (readonly [name: string, milliseconds: number])[];
}

/** The acts of a reader: what is used, and the values that it takes in turn. */
const acts = [
  ['choose a level', '[name="level"]', ['beginner', '']],
  ['hide what is known', '[name="hide"]', []],
  ['search the notes', '[data-notes-query]', ['number 7', 'remember']],
  ['choose a role', '[data-role]', ['engineer', '']],
  ['list the stops of a line', '.my-lines details', []],
] as const;

/**
 * Measures the progress page of a reader whose data is stored already. Counts time of the processor, not of the clock:
 * what else runs on the machine does not count.
 */
export async function measureView(
  page: Page,
  address: string,
  only: 'load' | undefined = undefined,
): Promise<ViewTimes> {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  await page.goto(address);
  await page.locator('[data-tools] [data-export]:enabled').waitFor();
  await page.waitForTimeout(2000);
  const whole = await busyTime(session);
  if (only === 'load') return { whole, acts: [] };
  const times: [string, number][] = [];
  for (const [name, selector, values] of acts) {
    const rounds: number[] = [];
    for (let round = 0; round < 10; round += 1) {
      const before = await busyTime(session);
      await page.evaluate(act, { selector, value: values[round % 2] });
      rounds.push((await busyTime(session)) - before);
      await page.waitForTimeout(200);
    }
    times.push([name, rounds.toSorted((a, b) => a - b)[5] ?? Number.NaN]);
  }
  return { whole, acts: times };
}

/** Milliseconds of all tasks of the page's main thread so far. */
async function busyTime(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics');
  return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0) * 1000;
}

/** Runs in the page: does what a reader does, and has it laid out. */
function act({ selector, value }: { selector: string; value: string | undefined }): void {
  const element = document.querySelector<HTMLElement>(selector);
  if (!element) throw new Error(`The progress page has no ${selector}.`);
  if (value !== undefined) {
    (element as HTMLInputElement).value = value;
    for (const type of ['input', 'change']) element.dispatchEvent(new Event(type, { bubbles: true }));
  } else if (element instanceof HTMLDetailsElement) {
    element.setAttribute('open', '');
    element.dispatchEvent(new Event('toggle'));
  } else element.click();
  void document.body.offsetHeight;
}
