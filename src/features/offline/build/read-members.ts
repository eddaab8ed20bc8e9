import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { Member } from '../group-members.ts';
import { addressOfFile, membersOf } from '../members.ts';
import type { PackedFile } from '../pack.ts';

/** A file of the built site, ready for a pack. */
export type CopyFile = Member & PackedFile;

/** The files of the built site that belong to the offline copy. */
export function readMembers(folder: string): CopyFile[] {
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((item) => item.isFile())
    .map((item) => join(item.parentPath, item.name).slice(folder.length).replaceAll('\\', '/').replace(/^\//u, ''))
    .sort();
  return membersOf(paths).map((path) => readMember(path, readFileSync(join(folder, path))));
}

function readMember(path: string, bytes: Buffer): CopyFile {
  if (path.endsWith('.pf_fragment')) return readFragment(path, bytes);
  // One word more in a page changes all of Pagefind's word lists; in one pack and unpacked they weigh less.
  if (path.endsWith('.pf_index')) return { address: path, near: path, apart: 'word lists', bytes: gunzipSync(bytes) };
  if (path.startsWith('words/')) return { address: path, near: path, apart: 'word index', bytes };
  return { address: addressOfFile(path), near: path, apart: isAlone(path) ? path : undefined, bytes };
}

const isAlone = (path: string) => /\.(?:json|pf_\w+|pagefind|png|woff2)$/u.test(path);

/**
 * What Pagefind knows of one page. It is unpacked, because beside the page that it repeats it costs a fifth of what it
 * does by itself; Pagefind takes it either way.
 */
function readFragment(path: string, packed: Buffer): CopyFile {
  const bytes = gunzipSync(packed);
  const text = bytes.toString('utf8');
  const { url } = JSON.parse(text.slice(text.indexOf('{'))) as { url: string };
  return { address: path, near: `${url.slice(1)}index.html`, bytes };
}
