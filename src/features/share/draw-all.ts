import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { dropUnused, keepFile, namesFor } from '#lib/kept-file.ts';
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

const nameOf = namesFor([join(import.meta.dirname, 'draw-card.ts'), 'package.json']);
const { folder, pictures } = workerData as DrawOrder;
const drawn: DrawnPicture[] = [];
for (const { path, card } of pictures) {
  const file = join(folder, `${nameOf(JSON.stringify(card))}.png`);
  drawn.push({ path, file: await keepFile(file, () => drawCard(card)) });
}
dropUnused(folder);
parentPort?.postMessage(drawn);
