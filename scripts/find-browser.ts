/** Finds a Chromium for tests, and unpacks the one from the registry when the machine has none. Prints its path. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';
import { chromium } from '@playwright/test';

/** A browser to launch, with the environment that it needs. */
export interface Browser {
  readonly path: string;
  readonly env: Readonly<Record<string, string>>;
}

const systemNames = ['google-chrome-stable', 'google-chrome', 'chromium', 'chromium-browser'];
const macPath = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';

/**
 * Looks in this order: $CHROME_PATH, the system's Chrome or Chromium, Playwright's own, the one from the npm registry.
 * @throws one sentence that says what to install when there is none.
 */
export async function findBrowser(): Promise<Browser> {
  const installed = [process.env['CHROME_PATH'], ...systemNames.map(onPath), macPath, chromium.executablePath()];
  const path = installed.find((candidate) => candidate && existsSync(candidate) && runs(candidate, {}));
  if (path) return { path, env: {} };
  const packed = await unpack();
  if (packed && runs(packed.path, packed.env)) return packed;
  throw new Error(
    'No Chrome or Chromium was found: install one (`apt-get install chromium`, `npx playwright install chromium`) or set CHROME_PATH.',
  );
}

/** Where a program lies that a shell would find by its name. */
export function onPath(name: string): string | undefined {
  return (process.env['PATH'] ?? '')
    .split(delimiter)
    .map((folder) => join(folder, name))
    .find(existsSync);
}

function runs(path: string, env: Readonly<Record<string, string>>): boolean {
  try {
    execFileSync(path, ['--version'], { env: { ...process.env, ...env }, stdio: 'ignore', timeout: 20_000 });
    return true;
  } catch {
    return false;
  }
}

/** Unpacks @sparticuz/chromium below .cache/, with the libraries and fonts that a bare machine lacks. */
async function unpack(): Promise<Browser | undefined> {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined;
  const cache = resolve('.cache/chromium');
  mkdirSync(cache, { recursive: true });
  process.env['TMPDIR'] = cache;
  const { default: packed, inflate } = await import('@sparticuz/chromium');
  const path = await packed.executablePath();
  const libraries = await inflate(resolve('node_modules/@sparticuz/chromium/bin/al2023.tar.br'));
  return { path, env: { LD_LIBRARY_PATH: join(libraries, 'lib'), FONTCONFIG_FILE: writeFontSettings(cache) } };
}

/** The settings in the package look for its fonts in /tmp; a browser that finds no font at all ends at the first text. */
function writeFontSettings(cache: string): string {
  const path = join(cache, 'fonts.conf');
  const folders = `<dir>${join(cache, 'fonts')}</dir><cachedir>${join(cache, 'fonts-cache')}</cachedir>`;
  const settings = `<?xml version="1.0"?>\n<fontconfig>${folders}</fontconfig>\n`;
  // Another browser may be reading them.
  if (!existsSync(path) || readFileSync(path, 'utf8') !== settings) writeFileSync(path, settings);
  return path;
}

if (process.argv[1] === import.meta.filename) console.log((await findBrowser()).path);
