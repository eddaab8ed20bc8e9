/** Finds the Chromium for tests: unpacks the one that `npm ci` brings. Prints its path. */
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
 * The Chromium that `npm ci` brings, with the fonts of the development dependencies, so that results don't depend on
 * the machine. $CHROME_PATH overrides it. Systems that the packed one isn't built for use their own Chrome or Chromium.
 * @throws one sentence that says what to install when there is none, or what is wrong with $CHROME_PATH.
 */
export async function findBrowser(): Promise<Browser> {
  const chosen = process.env['CHROME_PATH'];
  if (chosen && !runs(chosen, {}))
    throw new Error(`CHROME_PATH is ${chosen}, which does not run: correct or unset it.`);
  const packed = chosen ? { path: chosen, env: {} } : await unpack();
  if (packed && runs(packed.path, packed.env)) return packed;
  const installed = [...systemNames.map(onPath), macPath, chromium.executablePath()];
  const path = installed.find((candidate) => candidate && existsSync(candidate) && runs(candidate, {}));
  if (path) return { path, env: {} };
  throw new Error(
    'No Chrome or Chromium was found: install one (`npx playwright install chromium`) or set CHROME_PATH.',
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

/** Font settings with pinned fonts only: the package's own for text, DejaVu Sans Mono for code. */
function writeFontSettings(cache: string): string {
  const path = join(cache, 'fonts.conf');
  const folders = [join(cache, 'fonts'), resolve('node_modules/dejavu-fonts-ttf/ttf')];
  const settings = `<?xml version="1.0"?>
<fontconfig>
  ${folders.map((folder) => `<dir>${folder}</dir>`).join('\n  ')}
  <cachedir>${join(cache, 'fonts-cache')}</cachedir>
  <alias><family>monospace</family><prefer><family>DejaVu Sans Mono</family></prefer></alias>
  <alias><family>sans-serif</family><prefer><family>Open Sans</family></prefer></alias>
</fontconfig>
`;
  // Another browser may be reading them.
  if (!existsSync(path) || readFileSync(path, 'utf8') !== settings) writeFileSync(path, settings);
  return path;
}

if (process.argv[1] === import.meta.filename) console.log((await findBrowser()).path);
