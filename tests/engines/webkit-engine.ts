import { type ChildProcess, spawn } from 'node:child_process';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { Builder, Capabilities, error, Key as Keys, type WebDriver, type WebElement } from 'selenium-webdriver';
import type { Engine } from '#scripts/find-engines.ts';
import { eventually, findVisible, type RunningEngine, type Tab, type UntilLoaded } from './tab.ts';

/** WebKitGTK by W3C WebDriver. It draws on a screen, so one in memory is started where there is none. */
export async function launchWebKit({ path, browserPath }: Engine): Promise<RunningEngine> {
  const screen = process.env['DISPLAY'] ? undefined : await startScreen();
  const env = { ...process.env, ...(screen && { DISPLAY: screen.display }) };
  const port = await freePort();
  const driver = spawn(path, [`--port=${port}`], { env, stdio: 'ignore' });
  return {
    newTab: () => newTab(port, browserPath ?? ''),
    faultsOf: (addresses, untilLoaded) => faultsOf(browserPath ?? '', env, addresses, untilLoaded),
    close: async () => {
      await end(driver);
      if (screen) await end(screen.process);
    },
  };
}

async function startScreen(): Promise<{ readonly process: ChildProcess; readonly display: string }> {
  const started = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1400x1000x24'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const number = await new Promise((resolve, reject) => {
    started.once('error', reject);
    started.stdio[3]?.once('data', resolve);
  });
  return { process: started, display: `:${String(number).trim()}` };
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}

function end(started: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    started.once('exit', () => resolve());
    started.kill();
  });
}

async function connect(port: number, browserPath: string): Promise<WebDriver> {
  const capabilities = new Capabilities({
    browserName: 'MiniBrowser',
    unhandledPromptBehavior: 'accept',
    'webkitgtk:browserOptions': { binary: browserPath, args: ['--automation'] },
  });
  const open = async () => {
    try {
      return await new Builder().usingServer(`http://127.0.0.1:${port}`).withCapabilities(capabilities).build();
    } catch (fault) {
      if (!String(fault).includes('ECONNREFUSED')) throw fault;
      return null;
    }
  };
  return eventually(open, 'answer from WebKitWebDriver');
}

async function newTab(port: number, browserPath: string): Promise<Tab> {
  const driver = await connect(port, browserPath);
  await driver.manage().window().setRect({ width: 1280, height: 900 });
  await driver.manage().setTimeouts({ script: 60_000, pageLoad: 60_000 });
  return {
    open: (address) => driver.get(address),
    reload: () => driver.navigate().refresh(),
    // The driver waits for a load, which a page that was kept for Back does not always tell it of.
    back: () => driver.executeScript(() => history.back()),
    evaluate: (act, ...given) => driver.executeScript(act as () => unknown, ...given) as Promise<never>,
    click: async (selector, name) => {
      const find = () => driver.executeScript<WebElement | null>(findVisible, selector, name);
      const click = async () => {
        const element = await find();
        try {
          if (element) await driver.executeAsyncScript(scrollToRest, element);
          await element?.click();
          return element;
        } catch (fault) {
          // The page still moves.
          if (fault instanceof error.ElementNotInteractableError || fault instanceof error.StaleElementReferenceError)
            return null;
          throw fault;
        }
      };
      await eventually(click, `${selector} ${name ?? ''}`);
    },
    type: (text) => driver.actions().sendKeys(text).perform(),
    press: (key, withControl) => {
      const code = key === 'Enter' ? Keys.ENTER : key;
      const actions = driver.actions();
      return (
        withControl ? actions.keyDown(Keys.CONTROL).sendKeys(code).keyUp(Keys.CONTROL) : actions.sendKeys(code)
      ).perform();
    },
    close: () => driver.quit(),
  };
}

/** Scrolls to the element and waits until it stays where it is: the contents of a page scroll along a moment later. */
function scrollToRest(element: Element, done: () => void): void {
  element.scrollIntoView({ block: 'center', behavior: 'instant' });
  let restingFrames = 0;
  let before = -1;
  const look = () => {
    const { top } = element.getBoundingClientRect();
    restingFrames = top === before ? restingFrames + 1 : 0;
    before = top;
    if (restingFrames >= 20) done();
    else requestAnimationFrame(look);
  };
  look();
}

/** W3C WebDriver says nothing of the console. The browser writes it to its output when nobody drives it. */
async function faultsOf(
  browserPath: string,
  env: NodeJS.ProcessEnv,
  addresses: readonly string[],
  untilLoaded: UntilLoaded,
): Promise<string[]> {
  const faults: string[] = [];
  for (let at = 0; at < addresses.length; at += 8) {
    const some = addresses.slice(at, at + 8);
    const args = ['-oL', browserPath, '--private', '--enable-write-console-messages-to-stdout=true', ...some];
    const browser = spawn('stdbuf', args, { env, stdio: ['ignore', 'pipe', 'ignore'] });
    await untilLoaded(some, () =>
      browser.stdout.on('data', (text) => {
        for (const line of String(text).split('\n')) if (/CONSOLE.* ERROR/u.test(line)) faults.push(line);
      }),
    );
    await end(browser);
  }
  return faults;
}
