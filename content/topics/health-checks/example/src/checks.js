import { access, constants, statfs } from 'node:fs/promises';

// #region disk
/** Something the other instances don't share: the disk of this one. */
export function diskCheck(folder, minimumMb) {
  return async () => {
    await access(folder, constants.W_OK);
    const { bavail, bsize } = await statfs(folder);
    const free = Math.floor((bavail * bsize) / 1_000_000);
    if (free < minimumMb) throw new Error(`${free} MB left`);
  };
}
// #endregion disk
