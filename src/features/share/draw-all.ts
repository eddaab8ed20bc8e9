import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { drawCard, type ShareCard } from './draw-card.ts';
import { shareCards } from './share-cards.ts';

/** A drawn picture: its path below /share/ without ending, and the file that holds it. */
export interface DrawnPicture {
  readonly path: string;
  readonly file: string;
}

/** What every picture depends on besides its own words: how it is drawn, and the versions of what draws it. */
const drawing = [join(import.meta.dirname, 'draw-card.ts'), 'package.json']
  .map((path) => readFileSync(path, 'utf8'))
  .join('\n');

/** Where pictures are kept from build to build. */
const folder: string = workerData;
mkdirSync(folder, { recursive: true });
const drawn: DrawnPicture[] = [];
for (const { path, card } of shareCards()) drawn.push({ path, file: await drawOnce(card) });
parentPort?.postMessage(drawn);

/** Draws a picture unless the same one was drawn before, and returns its file. */
async function drawOnce(card: ShareCard): Promise<string> {
  const name = createHash('sha256')
    .update(drawing + JSON.stringify(card))
    .digest('hex');
  const file = join(folder, `${name}.png`);
  if (existsSync(file)) return file;
  // Written beside and renamed, so that a build that is stopped leaves no half picture behind.
  writeFileSync(`${file}.part`, await drawCard(card));
  renameSync(`${file}.part`, file);
  return file;
}
