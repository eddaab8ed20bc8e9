/** Finds the three browser engines of the tests. */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { findBrowser, onPath } from './find-browser.ts';

/** The engines that readers have. */
export type EngineName = 'Chromium' | 'Firefox' | 'WebKit';

/** An engine on this machine. */
export interface Engine {
  readonly name: EngineName;
  readonly version: string;
  /** The program that is started: the browser, or the driver that starts it. */
  readonly path: string;
  /** The browser behind a driver. */
  readonly browserPath?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Whether it keeps a page as it was for Back. The Chromium that `npm ci` brings has no window, and doesn't. */
  readonly keepsPages: boolean;
}

/** What brings each engine to a machine. */
export const installs: Readonly<Record<EngineName, string>> = {
  Chromium: 'npm ci (x64 Linux), or apt-get install chromium, or CHROME_PATH',
  Firefox: 'apt-get install firefox-esr, or FIREFOX_PATH',
  WebKit: 'apt-get install webkit2gtk-driver xvfb',
};

/** Every engine of this machine, and undefined for those that are missing. */
export async function findEngines(): Promise<Readonly<Record<EngineName, Engine | undefined>>> {
  return { Chromium: await findChromium(), Firefox: findFirefox(), WebKit: findWebKit() };
}

async function findChromium(): Promise<Engine | undefined> {
  const browser = await findBrowser();
  const env = { ...process.env, ...browser.env };
  // Only the packed one brings an environment along.
  const isPacked = Object.keys(browser.env).length > 0;
  const said = execFileSync(browser.path, ['--version'], {
    encoding: 'utf8',
    env,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  return { name: 'Chromium', version: versionIn(said), ...browser, keepsPages: !isPacked };
}

function findFirefox(): Engine | undefined {
  const candidates = [process.env['FIREFOX_PATH'], onPath('firefox-esr'), onPath('firefox'), macFirefox];
  const path = candidates.find((candidate) => candidate && existsSync(candidate));
  if (!path) return undefined;
  return {
    name: 'Firefox',
    version: versionIn(execFileSync(path, ['--version'], { encoding: 'utf8' })),
    path,
    keepsPages: true,
  };
}

const macFirefox = '/Applications/Firefox.app/Contents/MacOS/firefox';

function findWebKit(): Engine | undefined {
  const path = onPath('WebKitWebDriver');
  const browserPath = webKitFolders.map((folder) => join(folder, 'MiniBrowser')).find(existsSync);
  if (!path || !browserPath || !(process.env['DISPLAY'] || onPath('Xvfb'))) return undefined;
  // Neither program says its version without a screen, so the package manager is asked.
  const said = execFileSync('dpkg-query', ['-s', 'webkit2gtk-driver'], { encoding: 'utf8' });
  return {
    name: 'WebKit',
    version: versionIn(/^Version:.*$/mu.exec(said)?.[0] ?? ''),
    path,
    browserPath,
    keepsPages: true,
  };
}

/** Where Debian and Ubuntu put WebKitGTK's small browser. */
const webKitFolders = ['x86_64', 'aarch64'].flatMap((machine) =>
  ['webkitgtk-6.0', 'webkit2gtk-4.1', 'webkit2gtk-4.0'].map((release) => `/usr/lib/${machine}-linux-gnu/${release}`),
);

const versionIn = (said: string) => /\d+(?:\.\d+)*/u.exec(said)?.[0] ?? 'of an unknown version';
