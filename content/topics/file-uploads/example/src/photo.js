import { randomUUID } from 'node:crypto';
import { rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';

// #region decoders
// Of the many formats that sharp can read, leave only those that we accept.
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({
  operation: [
    'VipsForeignLoadJpegFile',
    'VipsForeignLoadPngFile',
    'VipsForeignLoadWebpFile',
  ],
});
// #endregion decoders

export class NotAPhoto extends Error {}

// #region make
/** Turns an upload into two clean JPEG files in the folder; returns their ID. */
export async function makePhoto(upload, folder) {
  const id = randomUUID();
  const image = sharp(upload, {
    limitInputPixels: 50_000_000,
    failOn: 'error', // refuse damaged files, but not those with mere warnings
  }).autoOrient();
  try {
    await writeSize(image, join(folder, `${id}-small.jpg`), 320);
    await writeSize(image, join(folder, `${id}.jpg`), 2_000);
  } catch (error) {
    await rm(join(folder, `${id}-small.jpg`), { force: true });
    throw error;
  }
  return id;
}

async function writeSize(image, path, width) {
  const part = `${path}.part`;
  const resized = image
    .clone()
    .resize(width, width, { fit: 'inside', withoutEnlargement: true })
    .jpeg({ quality: 80 });
  try {
    await resized.toFile(part);
    await rename(part, path); // what has this name is complete
  } catch (error) {
    await rm(part, { force: true });
    throw new NotAPhoto('no JPEG, PNG or WebP, or damaged', { cause: error });
  }
}
// #endregion make
