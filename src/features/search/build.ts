import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
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
        // Not `writeFiles`: it answers before the last file is on the disk, which `close` on a busy machine left empty.
        const made = await index?.getFiles();
        await close();
        const found = [errors, added?.errors ?? [], made?.errors ?? []].flat();
        if (!made || found.length > 0) throw new Error(`Pagefind: ${found.join('; ')}`);
        for (const { path, content } of made.files)
          write(join(folder, 'pagefind', path), path === script ? await shrink(content) : content);
        logger.info(`${added?.page_count ?? 0} pages indexed`);
      },
    },
  };
}

const script = 'pagefind.js';

/** Pagefind ships its script with long names: a fifth of what it weighs. */
async function shrink(content: Uint8Array): Promise<string> {
  const { code, errors } = await minify(script, new TextDecoder().decode(content), { module: true });
  if (errors.length > 0) throw new Error(`${script}: ${errors.map(({ message }) => message).join('; ')}`);
  return code;
}

function write(path: string, content: Uint8Array | string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
}
