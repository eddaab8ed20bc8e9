import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';

/** A work of others that visitors are sent, with what its license asks to be said. */
export interface ShippedWork {
  readonly name: string;
  readonly purpose: string;
  readonly version: string;
  /** An SPDX expression such as `MIT`. */
  readonly license: string;
  /** Where its source is. */
  readonly url: string;
  /** The text that came with it; empty where the package has none. */
  readonly text: string;
}

const editor = 'The code editor of labs and samples';
const nodeModules = 'Modules of Node.js for JavaScript labs';

/** Every npm package of which something reaches visitors, with what it is for. `reportShipped` makes the build fail over one that is missing here. */
const packages: Readonly<Record<string, string>> = {
  '@fontsource/overpass': 'The font of headings',
  pagefind: 'Full-text search',
  minisearch: 'Search by names',
  '@codemirror/autocomplete': editor,
  '@codemirror/commands': editor,
  '@codemirror/lang-javascript': editor,
  '@codemirror/lang-python': editor,
  '@codemirror/lang-sql': editor,
  '@codemirror/language': editor,
  '@codemirror/merge': editor,
  '@codemirror/state': editor,
  '@codemirror/view': editor,
  '@lezer/common': editor,
  '@lezer/highlight': editor,
  '@lezer/javascript': editor,
  '@lezer/lr': editor,
  '@lezer/python': editor,
  '@marijn/find-cluster-break': editor,
  crelt: editor,
  'style-mod': editor,
  'w3c-keyname': editor,
  'ts-fsrs': 'When a card is due again',
  tailwindcss: 'Styles',
  acorn: 'Reading JavaScript, for labs',
  'acorn-walk': 'Reading JavaScript, for labs',
  'base64-js': nodeModules,
  ieee754: nodeModules,
  '@electric-sql/pglite': 'PostgreSQL in the browser, for labs in SQL',
  pyodide: 'Python in the browser, for labs in Python',
  'node-inspect-extracted': nodeModules,
  events: nodeModules,
  buffer: nodeModules,
  '@noble/hashes': nodeModules,
};

/** Works inside the files of a package, which have a license of their own. */
const inside: readonly ShippedWork[] = [
  {
    name: 'CPython',
    purpose: 'Python itself and its standard library, inside Pyodide',
    version: '3.14.2',
    license: 'PSF-2.0',
    url: 'https://github.com/python/cpython',
    text: '',
  },
  {
    name: 'PostgreSQL',
    purpose: 'The database itself, inside PGlite',
    version: '18.6',
    license: 'PostgreSQL',
    url: 'https://www.postgresql.org/about/licence/',
    text: '',
  },
];

/** The name of the npm package that a module belongs to, from its path; nothing for the site's own. */
export const packageOf = (module: string): string | undefined =>
  /^.*\/node_modules\/((?:@[^/]+\/)?[^/]+)\//u.exec(module)?.[1];

export const isShipped = (name: string) => Object.hasOwn(packages, name);

/** A step of every build of browser code: it fails over a package that visitors would be sent and the page of licenses lacks. */
export const reportShipped = (): Plugin => ({
  name: 'report-shipped',
  applyToEnvironment: ({ name }) => name === 'client',
  generateBundle(_options, bundle) {
    const modules = Object.values(bundle).flatMap((file) => (file.type === 'chunk' ? file.moduleIds : []));
    const missing = new Set(modules.map(packageOf).filter((name) => name !== undefined && !isShipped(name)));
    if (missing.size > 0)
      this.error(
        `Visitors are sent ${[...missing].join(', ')}, and the page of licenses does not say so. Add it to the list in src/lib/licenses/shipped-works.ts.`,
      );
  },
});

/** All works of others that visitors are sent, by name. */
export function shippedWorks(root: string): readonly ShippedWork[] {
  const own = Object.entries(packages).map(([name, purpose]) => readPackage(root, { name, purpose }));
  return [...own, ...inside].toSorted((a, b) => a.name.replace('@', '').localeCompare(b.name.replace('@', '')));
}

interface Manifest {
  readonly version: string;
  readonly license: string;
}

function readPackage(root: string, { name, purpose }: { name: string; purpose: string }): ShippedWork {
  const folder = join(root, 'node_modules', name);
  const { version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Manifest;
  // Pagefind's is a folder with the licenses of what its program, which visitors do not get, is made of.
  const file = ['LICENSE', 'LICENSE.md', 'LICENSE.txt', 'LICENSE.MIT', 'LICENSE/LICENSE']
    .map((each) => join(folder, each))
    .find((path) => statSync(path, { throwIfNoEntry: false })?.isFile());
  const text = file === undefined ? '' : readFileSync(file, 'utf8').trim();
  return { name, purpose, version, license, url: `https://www.npmjs.com/package/${name}`, text };
}
