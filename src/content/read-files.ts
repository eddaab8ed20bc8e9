import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

/** A file of content/, its path written from the project's root with forward slashes. */
export interface ContentFile {
  readonly path: string;
  readonly text: string;
}

/** Reads all files below a folder of the project but installed packages, sorted by path. A missing folder is an empty one. */
export function readFiles(root: string, folder: string): ContentFile[] {
  const base = join(root, folder);
  if (!existsSync(base)) return [];
  return readdirSync(base, { recursive: true, withFileTypes: true })
    .filter((item) => item.isFile() && !item.parentPath.split(sep).includes('node_modules'))
    .map((item) => join(item.parentPath, item.name))
    .sort()
    .map((path) => ({ path: relative(root, path).replaceAll('\\', '/'), text: readFileSync(path, 'utf8') }));
}
