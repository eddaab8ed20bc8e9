import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gunzipSync, gzip } from 'node:zlib';
import { pageHeaders } from '#lib/security/response-headers.ts';
import { type Edition, type Pack, packFile, serializeEdition, weightOf } from '../edition.ts';
import { groupMembers, type Member } from '../group-members.ts';
import { labFilesList } from '../lab-files.ts';
import { addressOfFile, membersOf } from '../members.ts';
import { joinPack, type PackedFile } from '../pack.ts';

/** Writes the packs of the offline copy and the list of them beside the built site, and returns what the list says. */
export async function writeCopy(folder: string): Promise<Edition> {
  const packsFolder = join(folder, 'offline/packs');
  rmSync(packsFolder, { recursive: true, force: true });
  mkdirSync(packsFolder, { recursive: true });
  const groups = groupMembers(readMembers(folder));
  const packs = await Promise.all(groups.map((files) => writePack(packsFolder, files)));
  const headers = { ...pageHeaders };
  const edition = { edition: hash(JSON.stringify([headers, packs])), headers, packs };
  writeFileSync(join(folder, 'offline/edition.json'), serializeEdition(edition));
  return edition;
}

/** Lists what runs the code of labs, for readers who want that without a network too. */
export function writeLabFiles(folder: string): void {
  const files = readdirSync(join(folder, 'engines'), { recursive: true, withFileTypes: true })
    .filter((item) => item.isFile())
    .map((item) => join(item.parentPath, item.name))
    .map((path) => ({
      path: path.slice(folder.length).replaceAll('\\', '/').replace(/^\//u, ''),
      bytes: statSync(path).size,
    }));
  writeFileSync(join(folder, labFilesList), JSON.stringify(files));
}

/** One line for people: how much, in how many downloads. */
export function describeCopy({ packs }: Edition): string {
  return `${(weightOf(packs) / 1_000_000).toFixed(2)} MB in ${packs.length} packs`;
}

const compress = promisify(gzip);

async function writePack(folder: string, files: readonly CopyFile[]): Promise<Pack> {
  const bytes = await compress(joinPack(files), { level: 9 });
  const name = hash(bytes);
  writeFileSync(join(folder, packFile(name)), bytes);
  return { name, bytes: bytes.length, addresses: files.map(({ address }) => address) };
}

const hash = (content: string | Uint8Array) => createHash('sha256').update(content).digest('hex').slice(0, 16);

/** A file of the built site, ready for a pack. */
type CopyFile = Member & PackedFile;

/** The files of the built site that belong to the offline copy. */
function readMembers(folder: string): CopyFile[] {
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
  if (path.startsWith('shards/')) return { address: path, near: path, apart: 'index shards', bytes };
  return { address: addressOfFile(path), near: path, apart: isAlone(path) ? path : undefined, bytes };
}

const isAlone = (path: string) => /\.(?:json|pf_\w+|pagefind|png|woff2|xml)$/u.test(path);

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
