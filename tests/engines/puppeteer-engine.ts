import puppeteer, { type Browser, type ElementHandle } from 'puppeteer-core';
import type { Engine } from '#scripts/find-engines.ts';
import { eventually, findVisible, type RunningEngine, type Tab, type UntilLoaded } from './tab.ts';

/** Chromium by its own protocol, and Firefox as it comes from its maker by WebDriver BiDi. Both keep pages for Back. */
export async function launchWithPuppeteer({ name, path, env }: Engine): Promise<RunningEngine> {
  const browser = await puppeteer.launch({
    browser: name === 'Firefox' ? 'firefox' : 'chrome',
    executablePath: path,
    env: { ...process.env, ...env },
    args: name === 'Firefox' ? [] : ['--no-sandbox'],
  });
  return {
    newTab: () => newTab(browser),
    faultsOf: (addresses, untilLoaded) => faultsOf(browser, addresses, untilLoaded),
    close: () => browser.close(),
  };
}

async function newTab(browser: Browser): Promise<Tab> {
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  await page.setViewport({ width: 1280, height: 900 });
  page.on('dialog', (dialog) => void dialog.accept());
  return {
    open: async (address) => void (await page.goto(address)),
    reload: async () => void (await page.reload()),
    // Puppeteer waits for a load, which a page that was kept for Back does not have, and for an answer of the page.
    back: () => page.evaluate(() => void setTimeout(() => history.back())),
    evaluate: (act, ...given) =>
      againWhileLeaving(() =>
        page.evaluate(act as unknown as (...all: unknown[]) => unknown, ...given),
      ) as Promise<never>,
    click: async (selector, name) => {
      const find = async () =>
        (
          await againWhileLeaving(() => page.evaluateHandle(findVisible, selector, name))
        ).asElement() as ElementHandle<Element> | null;
      await (await eventually(find, `${selector} ${name ?? ''}`)).click();
    },
    type: (text) => page.keyboard.type(text),
    press: async (key, withControl) => {
      if (withControl) await page.keyboard.down(withControl);
      await page.keyboard.press(key);
      if (withControl) await page.keyboard.up(withControl);
    },
    close: () => context.close(),
  };
}

/** A page that is being left runs no function; the one that comes does. */
async function againWhileLeaving<Value>(run: () => Promise<Value>): Promise<Value> {
  for (let left = 10; ; left -= 1) {
    try {
      return await run();
    } catch (error) {
      if (left === 0 || !/context|realm|navigat|detached|frame/iu.test(String(error))) throw error;
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  }
}

async function faultsOf(browser: Browser, addresses: readonly string[], untilLoaded: UntilLoaded) {
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  const faults: string[] = [];
  let address = '';
  page.on('console', (message) => message.type() === 'error' && faults.push(`${address} ${message.text()}`));
  page.on('pageerror', (error) => faults.push(`${address} ${error instanceof Error ? error.message : String(error)}`));
  for (address of addresses) {
    await untilLoaded([address], () => page.goto(address));
  }
  await context.close();
  return faults;
}
