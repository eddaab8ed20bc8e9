import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { bundleWorker } from './build/bundle-worker.ts';
import { describeCopy, writeCopy, writeLabFiles } from './build/write-copy.ts';

/**
 * Writes the offline copy and its worker, after everything else has been written.
 * @param isOffered false ships a worker that removes itself and every copy, under the same address.
 */
export function offlineCopy(isOffered: boolean): AstroIntegration {
  let root = new URL('file:///');
  return {
    name: 'offline-copy',
    hooks: {
      'astro:config:done': ({ config }) => {
        root = config.root;
      },
      'astro:build:done': async ({ dir, logger }) => {
        const entry = `src/features/offline/client/${isOffered ? 'worker' : 'removing-worker'}.ts`;
        await writeFile(new URL('sw.js', dir), await bundleWorker(new URL(entry, root)));
        if (isOffered) writeLabFiles(fileURLToPath(dir));
        logger.info(isOffered ? describeCopy(await writeCopy(fileURLToPath(dir))) : 'copies are removed');
      },
    },
  };
}
