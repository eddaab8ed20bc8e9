import { randomUUID } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import multer from 'multer';

// #region receive
/** Middleware: streams the file of the field `photo` into the folder. */
export function receivePhoto(folder) {
  mkdirSync(folder, { recursive: true });
  const upload = multer({
    defParamCharset: 'utf8', // Multer's default, Latin-1, garbles names
    storage: multer.diskStorage({
      destination: folder,
      filename: (req, file, done) => done(null, randomUUID()),
    }),
    limits: {
      fileSize: 8 * 1024 * 1024,
      files: 1,
      fields: 5,
      fieldSize: 1_000,
      parts: 6,
    },
  });
  const receive = upload.single('photo');
  return (req, res, next) =>
    receive(req, res, (error) => {
      // An error without a code comes from the parser: the form is broken.
      if (error && !error.code)
        Object.assign(error, { status: 400, expose: true });
      next(error);
    });
}
// #endregion receive

// #region clean
/** Deletes what uploads have left behind that were cut off by a crash. */
export async function cleanUp(folder, olderThan = 3_600_000) {
  for (const name of await readdir(folder)) {
    const path = join(folder, name);
    const found = await stat(path).catch(() => undefined); // gone meanwhile?
    if (found && Date.now() - found.mtimeMs >= olderThan)
      await rm(path, { recursive: true, force: true });
  }
}
// #endregion clean
