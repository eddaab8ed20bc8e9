import { fileURLToPath } from 'node:url';
import { build, type Plugin } from 'vite';
import { reportShipped } from '#lib/licenses/report-shipped.ts';

/** Joins a script and what it imports to one classic script: what a `blob:` worker and an inline script can be. */
export async function bundleScript(entry: URL): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'error',
    plugins: [filesBesideScript, reportShipped()],
    // Programs that ask whether they run under Node.js are told no.
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      write: false,
      target: 'es2023',
      minify: true,
      lib: { entry: fileURLToPath(entry), formats: ['iife'], name: 'engine', fileName: 'engine' },
    },
  });
  const [output] = Array.isArray(result) ? result : [result];
  const chunks = output && 'output' in output ? output.output : [];
  const [chunk] = chunks;
  if (chunk?.type !== 'chunk' || chunks.length > 1 || chunk.imports.length > 0)
    throw new Error(`${entry.pathname} does not fit one script without imports.`);
  return chunk.code;
}

/**
 * Bundles the editor into a folder, apart from the scripts of pages: it is not kept offline with every page, and its grammars are
 * files of their own.
 * @returns the names of the files of the entries.
 */
export async function bundleEditor<Name extends string>(
  folder: string,
  entries: Readonly<Record<Name, URL>>,
): Promise<Readonly<Record<Name, string>>> {
  const input = Object.fromEntries(Object.entries<URL>(entries).map(([name, url]) => [name, fileURLToPath(url)]));
  const result = await build({
    configFile: false,
    logLevel: 'error',
    base: './',
    publicDir: false,
    plugins: [reportShipped()],
    build: {
      outDir: folder,
      emptyOutDir: true,
      target: 'es2023',
      minify: true,
      modulePreload: false,
      rolldownOptions: {
        input,
        preserveEntrySignatures: 'strict',
        output: { format: 'es', entryFileNames: '[name]-[hash].js', chunkFileNames: '[name]-[hash].js' },
      },
    },
  });
  const [output] = Array.isArray(result) ? result : [result];
  const chunks = output && 'output' in output ? output.output : [];
  const named = chunks.flatMap((chunk) =>
    chunk.type === 'chunk' && chunk.isEntry ? [[chunk.name, chunk.fileName]] : [],
  );
  return Object.fromEntries(named);
}

/**
 * PGlite names the files beside its script by `import.meta.url`, which Vite would take into the script as text: 16 MB. The
 * worker is given these files, so the addresses lead nowhere.
 */
const filesBesideScript: Plugin = {
  name: 'files-beside-script',
  enforce: 'pre',
  transform: {
    filter: { id: /@electric-sql\/pglite\/dist\// },
    handler: (code) => code.replaceAll('import.meta.url', '"https://postgres.invalid/"'),
  },
};
