import { cpSync, createReadStream, existsSync } from 'node:fs';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { enginesFolder, writeEngines } from './build/write-engines.ts';
import { type EngineList, weightOf } from './engines.ts';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
};

const virtual = 'virtual:lab-engines';

/** Makes the engines, tells the scripts of pages where they are, and puts them beside the built site. */
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
