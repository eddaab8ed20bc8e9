import { createHash } from 'node:crypto';
import { cpSync, createReadStream, existsSync, readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { AstroIntegration } from 'astro';
import { build, type Plugin } from 'vite';
import { escapeHtml } from '#lib/escape-html.ts';
import { dropUnused, keepFile } from '#lib/kept-file.ts';
import { reportShipped } from '#lib/licenses/shipped-works.ts';
import { emptyDatabase } from './empty-database.ts';
import { type EngineFile, type EngineList, weightOf } from './engines.ts';

/** The folder of the engines on the site. Their names carry a hash of their content: hosts keep them forever. */
const enginesFolder = 'engines';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
};

const virtual = 'virtual:lab-engines';

/** Builds the engines, tells page scripts where they are, and copies them into the built site. */
export function labEngines(): AstroIntegration {
  let cache = '';
  let list: Promise<EngineList> | undefined;
  const engines = () => {
    list ??= writeEngines(cache);
    return list;
  };
  return {
    name: 'lab-engines',
    hooks: {
      'astro:config:setup': ({ config, updateConfig }) => {
        cache = fileURLToPath(new URL('.cache/labs/', config.root));
        updateConfig({
          vite: {
            plugins: [
              {
                name: 'lab-engines',
                resolveId: (id: string) => (id === virtual ? `\0${virtual}` : undefined),
                load: async (id: string) =>
                  id === `\0${virtual}` ? `export default ${JSON.stringify(await engines())};` : undefined,
              },
            ],
          },
        });
      },
      'astro:server:setup': ({ server }) => {
        server.middlewares.use(`/${enginesFolder}`, (request, response, next) => {
          const [, name = ''] = /^\/((?:editor\/)?[\w.-]+)(?:\?|$)/u.exec(request.url ?? '') ?? [];
          const path = join(cache, enginesFolder, name);
          if (name === '' || !existsSync(path)) return next();
          response.setHeader('Content-Type', types[extname(name)] ?? 'application/gzip');
          return createReadStream(path).pipe(response);
        });
      },
      'astro:build:done': async ({ dir, logger }) => {
        const { engines: files } = await engines();
        cpSync(join(cache, enginesFolder), fileURLToPath(new URL(`${enginesFolder}/`, dir)), { recursive: true });
        const weights = Object.entries(files).map(([name, each]) => `${name} ${(weightOf(each) / 1e6).toFixed(2)} MB`);
        logger.info(weights.join(', '));
      },
    },
  };
}

const compress = promisify(gzip);
const require = createRequire(import.meta.url);

/**
 * Writes all files that running code in the page needs to a folder below .cache/. Existing files stay.
 * @returns the list of them, which page scripts contain.
 */
async function writeEngines(cache: string): Promise<EngineList> {
  const folder = join(cache, enginesFolder);
  const write = async ({ name, ending, content }: NewFile): Promise<EngineFile> => {
    const hash = createHash('sha256').update(content).digest('hex').slice(0, 12);
    const file = `${name}-${hash}.${ending}`;
    const pack = async () => (ending === 'gz' ? compress(content, { level: 9 }) : content);
    return { path: `/${enginesFolder}/${file}`, bytes: statSync(await keepFile(join(folder, file), pack)).size };
  };
  const packed = (name: string, content: Buffer | string) => write({ name, ending: 'gz', content });
  const script = async (engine: string) =>
    packed(`${engine}.js`, await bundleScript(new URL(`./workers/${engine}.worker.ts`, import.meta.url)));
  const fromPackage = (name: string) => readFileSync(require.resolve(name));
  const pglite = (name: string) => readFileSync(join(require.resolve('@electric-sql/pglite'), '..', name));
  const database = readFileSync(await emptyDatabase(cache));
  const page = sandboxPage(await bundleScript(new URL('./sandbox/host.ts', import.meta.url)));
  const editor = await bundleEditor(join(folder, 'editor'));
  const list: EngineList = {
    editor,
    sandbox: (await write({ name: 'sandbox', ending: 'html', content: page })).path,
    engines: {
      js: { script: await script('js') },
      sql: {
        script: await script('sql'),
        wasm: await packed('pglite.wasm', pglite('pglite.wasm')),
        files: await packed('pglite.data', pglite('pglite.data')),
        database: await packed('database.tar', database),
      },
      python: {
        script: await script('python'),
        wasm: await packed('pyodide.asm.wasm', fromPackage('pyodide/pyodide.asm.wasm')),
        glue: await packed('pyodide.asm.mjs', fromPackage('pyodide/pyodide.asm.mjs')),
        library: await packed('python_stdlib.zip', fromPackage('pyodide/python_stdlib.zip')),
      },
    },
  };
  dropUnused(folder);
  return list;
}

interface NewFile {
  readonly name: string;
  /** `gz`: the content is packed. */
  readonly ending: 'gz' | 'html';
  readonly content: Buffer | string;
}

/**
 * A page with nothing but a frame of an opaque origin. The frame is in the markup, because a service worker doesn't serve a
 * sandboxed frame that has an address, and because Trusted Types don't let a script write one.
 * @param host the script in the frame, as one classic script.
 */
function sandboxPage(host: string): string {
  if (host.includes('</script')) throw new Error('The script of the sandbox would end its own tag.');
  const hash = `'sha256-${createHash('sha256').update(host).digest('base64')}'`;
  const policy = [
    "default-src 'none'",
    `script-src ${hash} blob: 'wasm-unsafe-eval'`,
    'worker-src blob:',
    "connect-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  const meta = `<meta http-equiv="Content-Security-Policy" content="${policy}">`;
  const frame = `<!doctype html><html lang="en"><head><meta charset="utf-8">${meta}<title>Code</title></head><body><script>${host}</script></body></html>`;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
${meta}
<meta name="robots" content="noindex">
<title>Code sandbox · Wayline</title>
</head>
<body>
<iframe title="Code" sandbox="allow-scripts" srcdoc="${escapeHtml(frame)}"></iframe>
</body>
</html>
`;
}

/** Bundles a script and its imports into one classic script, which `blob:` workers and inline scripts need. */
async function bundleScript(entry: URL): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'error',
    plugins: [filesBesideScript, reportShipped()],
    // Packages ask for it, and a browser has no `process`.
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      write: false,
      target: 'es2023',
      minify: true,
      lib: { entry: fileURLToPath(entry), formats: ['iife'], name: 'engine', fileName: 'engine' },
    },
  });
  const chunks = chunksOf(result);
  const [chunk] = chunks;
  if (chunk?.type !== 'chunk' || chunks.length > 1 || chunk.imports.length > 0)
    throw new Error(`${entry.pathname} does not fit one script without imports.`);
  return chunk.code;
}

/**
 * Bundles the editor into a folder, apart from page scripts: it isn't kept offline with every page, and each grammar is a
 * file of its own.
 * @returns the paths of the entries, from the site's root.
 */
async function bundleEditor(folder: string): Promise<EngineList['editor']> {
  const toPath = (name: string) => fileURLToPath(new URL(`./client/${name}.ts`, import.meta.url));
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
        input: { editor: toPath('editor'), difference: toPath('difference') },
        preserveEntrySignatures: 'strict',
        output: { format: 'es', entryFileNames: '[name]-[hash].js', chunkFileNames: '[name]-[hash].js' },
      },
    },
  });
  const pathOf = (name: string) => {
    const chunk = chunksOf(result).find((each) => each.type === 'chunk' && each.isEntry && each.name === name);
    return `/${enginesFolder}/editor/${chunk?.fileName}`;
  };
  return { editor: pathOf('editor'), difference: pathOf('difference') };
}

/** The files that a build has made. */
function chunksOf(result: Awaited<ReturnType<typeof build>>) {
  const [output] = Array.isArray(result) ? result : [result];
  return output && 'output' in output ? output.output : [];
}

/**
 * PGlite finds the files beside its script by `import.meta.url`, and Vite would inline them: 16 MB. The worker gets these
 * files from the page, so the addresses lead nowhere.
 */
const filesBesideScript: Plugin = {
  name: 'files-beside-script',
  enforce: 'pre',
  transform: {
    filter: { id: /@electric-sql\/pglite\/dist\// },
    handler: (code) => code.replaceAll('import.meta.url', '"https://postgres.invalid/"'),
  },
};
