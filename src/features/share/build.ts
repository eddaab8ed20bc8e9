import { cpSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { AstroIntegration } from 'astro';
import type { DrawnPicture } from './draw-all.ts';

/** Draws the share pictures in a thread of their own while the pages are built. */
export function sharePictures(): AstroIntegration {
  let root = new URL('file:///');
  let drawn: Promise<readonly DrawnPicture[]> = Promise.resolve([]);
  return {
    name: 'share-pictures',
    hooks: {
      'astro:config:done': ({ config }) => {
        root = config.root;
      },
      'astro:build:start': () => {
        drawn = drawInThread(root);
        // A failure is reported by `astro:build:done`, which awaits the same promise.
        drawn.catch(() => {});
      },
      'astro:build:done': async ({ dir, logger }) => {
        const pictures = await drawn;
        for (const { path, file } of pictures) cpSync(file, fileURLToPath(new URL(`share/${path}.png`, dir)));
        logger.info(`${pictures.length} share pictures`);
      },
    },
  };
}

function drawInThread(root: URL): Promise<readonly DrawnPicture[]> {
  const workerData = fileURLToPath(new URL('.cache/share/', root));
  const worker = new Worker(new URL('src/features/share/draw-all.ts', root), { workerData });
  return new Promise((resolve, reject) => {
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', (code) => reject(new Error(`The share pictures were not drawn (exit code ${code}).`)));
  });
}
