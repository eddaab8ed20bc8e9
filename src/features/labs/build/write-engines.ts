import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { EngineFile, EngineList } from '../engines.ts';
import { sandboxPage } from '../sandbox/page.ts';
import { bundleEditor, bundleScript } from './bundle.ts';
import { emptyDatabase } from './database.ts';

/** The folder of the engines on the site. Their names carry a hash of their content: hosts keep them forever. */
export const enginesFolder = 'engines';

const compress = promisify(gzip);
const require = createRequire(import.meta.url);

/**
 * Makes all files that running code in the page needs, in a folder below .cache/. Files that are there already stay.
 * @returns the list of them, which the scripts of pages carry.
 */
export async function writeEngines(cache: string): Promise<EngineList> {
  const folder = join(cache, enginesFolder);
  mkdirSync(folder, { recursive: true });
  const written = new Set<string>();
  const write = (
    name: string,
    ending: string,
    make: (hash: string) => Buffer | Promise<Buffer>,
    content: Buffer | string,
  ) => writeOnce({ folder, written, name, ending, content, make });
  const packed = (name: string, content: Buffer | string) =>
    write(name, 'gz', () => compress(content, { level: 9 }), content);
  const script = async (engine: string) =>
    packed(`${engine}.js`, await bundleScript(new URL(`../workers/${engine}.worker.ts`, import.meta.url)));
  const fromPackage = (name: string) => readFileSync(require.resolve(name));
  const pglite = (name: string) => readFileSync(join(require.resolve('@electric-sql/pglite'), '..', name));
  const database = readFileSync(await emptyDatabase(cache));
  const page = sandboxPage(await bundleScript(new URL('../sandbox/host.ts', import.meta.url)));
  const editor = await bundleEditor(join(folder, 'editor'), {
    editor: new URL('../client/editor.ts', import.meta.url),
    difference: new URL('../client/difference.ts', import.meta.url),
  });
  written.add('editor');
  const list: EngineList = {
    editor: {
      editor: `${enginesFolder}/editor/${editor.editor}`,
      difference: `${enginesFolder}/editor/${editor.difference}`,
    },
    sandbox: (await write('sandbox', 'html', () => Buffer.from(page), page)).path,
    engines: {
      js: { script: await script('js'), programs: {}, files: {} },
      sql: {
        script: await script('sql'),
        programs: { wasm: await packed('pglite.wasm', pglite('pglite.wasm')) },
        files: {
          files: await packed('pglite.data', pglite('pglite.data')),
          database: await packed('database.tar', database),
        },
      },
      python: {
        script: await script('python'),
        programs: { wasm: await packed('pyodide.asm.wasm', fromPackage('pyodide/pyodide.asm.wasm')) },
        files: {
          glue: await packed('pyodide.asm.mjs', fromPackage('pyodide/pyodide.asm.mjs')),
          library: await packed('python_stdlib.zip', fromPackage('pyodide/python_stdlib.zip')),
        },
      },
    },
  };
  for (const name of readdirSync(folder)) if (!written.has(name)) rmSync(join(folder, name));
  return list;
}

interface NewFile {
  readonly folder: string;
  readonly written: Set<string>;
  readonly name: string;
  readonly ending: string;
  readonly content: Buffer | string;
  readonly make: (hash: string) => Buffer | Promise<Buffer>;
}

async function writeOnce({ folder, written, name, ending, content, make }: NewFile): Promise<EngineFile> {
  const hash = createHash('sha256').update(content).digest('hex').slice(0, 12);
  const file = `${name}-${hash}.${ending}`;
  const path = join(folder, file);
  written.add(file);
  if (!existsSync(path)) writeFileSync(path, await make(hash));
  return { path: `${enginesFolder}/${file}`, bytes: readFileSync(path).length };
}
