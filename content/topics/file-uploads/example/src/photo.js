import { randomUUID } from 'node:crypto';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import pLimit from 'p-limit';
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
// sharp and file access share four threads: leave two of them for the files.
const limit = pLimit(2);

/** Turns an upload into a folder with two clean JPEG files; returns its ID. */
export async function makePhoto(upload, photos) {
  const large = await limit(resize, upload, 2_000);
  const small = await limit(resize, upload, 320);

  const id = randomUUID();
  const folder = `${upload}-done`; // next to the upload, where we clean up
  try {
    await mkdir(folder);
    await writeFile(join(folder, 'large.jpg'), large);
    await writeFile(join(folder, 'small.jpg'), small);
    await rename(folder, join(photos, id)); // now it's there, and complete
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    throw error; // a full disk, for example: our problem, a 500
  }
  return id;
}

async function resize(upload, size) {
  try {
    return await sharp(upload, {
      limitInputPixels: 50_000_000,
      failOn: 'error', // refuse damaged files, but not those with mere warnings
    })
      .autoOrient()
      .resize(size, size, { fit: 'inside', withoutEnlargement: true })
      .flatten({ background: 'white' }) // JPEG has no transparency
      .jpeg({ quality: 80 })
      .toBuffer();
  } catch (error) {
    const isHuge = error.message.includes('pixel limit');
    throw new NotAPhoto(
      isHuge ? 'more than 50 megapixels' : 'no JPEG, PNG or WebP, or damaged',
      { cause: error },
    );
  }
}
// #endregion make
