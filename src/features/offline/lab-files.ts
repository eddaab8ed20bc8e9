import { isRecord } from '#lib/stored-file.ts';

/** A file that running code in the page needs. Its name carries a hash of its content. */
export interface LabFile {
  /** From the site's folder. */
  readonly path: string;
  readonly bytes: number;
}

/** Where the site lists them, from its folder. */
export const labFilesList = 'offline/labs.json';

/** Whether what was loaded is such a list, and not the page of a moved site. */
export const isLabFiles = (value: unknown): value is readonly LabFile[] =>
  Array.isArray(value) &&
  value.length > 0 &&
  value.every(
    (file) =>
      isRecord(file) &&
      typeof file['path'] === 'string' &&
      /^engines\/[\w./-]+$/u.test(file['path']) &&
      Number.isSafeInteger(file['bytes']),
  );
