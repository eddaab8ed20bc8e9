import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { close, createIndex } from 'pagefind';

/** Indexes the built pages for full-text search. */
export function searchIndex(): AstroIntegration {
  return {
    name: 'search-index',
    hooks: {
      'astro:build:done': async ({ dir, logger }) => {
        const folder = fileURLToPath(dir);
        const { index, errors } = await createIndex({ includeCharacters: '+#', writePlayground: false });
        const added = await index?.addDirectory({ path: folder });
        const written = await index?.writeFiles({ outputPath: `${folder}pagefind` });
        await close();
        const problems = [errors, added?.errors ?? [], written?.errors ?? []].flat();
        if (!index || problems.length > 0) throw new Error(`Pagefind: ${problems.join('; ')}`);
        logger.info(`${added?.page_count ?? 0} pages indexed`);
      },
    },
  };
}
