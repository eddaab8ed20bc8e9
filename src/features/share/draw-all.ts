import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { keepFile } from '#lib/kept-file.ts';
import { drawCard, type ShareCard } from './draw-card.ts';

/** What the thread is to draw, and the folder where pictures are kept from build to build. */
export interface DrawOrder {
  readonly folder: string;
  /** Paths of pictures below /share/ without ending, and what they say. */
  readonly pictures: readonly { readonly path: string; readonly card: ShareCard }[];
}

/** A drawn picture: its path below /share/ without ending, and the file that holds it. */
export interface DrawnPicture {
  readonly path: string;
  readonly file: string;
}

/** What every picture depends on besides its own words: how it is drawn, and the versions of what draws it. */
const drawing = [join(import.meta.dirname, 'draw-card.ts'), 'package.json']
  .map((path) => readFileSync(path, 'utf8'))
  .join('\n');

const { folder, pictures } = workerData as DrawOrder;
const drawn: DrawnPicture[] = [];
for (const { path, card } of pictures) {
  const name = createHash('sha256')
    .update(drawing + JSON.stringify(card))
    .digest('hex');
  drawn.push({ path, file: await keepFile(join(folder, `${name}.png`), () => drawCard(card)) });
}
parentPort?.postMessage(drawn);
