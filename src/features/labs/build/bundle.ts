import { fileURLToPath } from 'node:url';
import { build, type Plugin } from 'vite';

/** Joins a script and what it imports to one classic script: what a `blob:` worker and an inline script can be. */
export async function bundleScript(entry: URL): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'error',
    plugins: [filesBesideScript],
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
