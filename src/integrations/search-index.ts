import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { close, createIndex } from 'pagefind';
import { minify } from 'vite';

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
        await shrink(`${folder}pagefind/pagefind.js`);
        logger.info(`${added?.page_count ?? 0} pages indexed`);
      },
    },
  };
}

/** Pagefind ships its script with long names: a fifth of what it weighs. */
async function shrink(path: string): Promise<void> {
  const { code, errors } = await minify(path, await readFile(path, 'utf8'), { module: true });
  if (errors.length > 0) throw new Error(`${path}: ${errors.map(({ message }) => message).join('; ')}`);
  await writeFile(path, code);
}
