import { createHash } from 'node:crypto';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzip } from 'libdeflate';
import { type Edition, type Pack, serializeEdition, weightOf } from '#domain/offline/edition.ts';
import { groupMembers } from '#domain/offline/group-members.ts';
import { joinPack } from '#domain/offline/pack.ts';
import { pageHeaders } from '#security/response-headers.ts';
import { type CopyFile, readMembers } from './read-members.ts';

/** The strongest level of libdeflate: files a twenty-eighth smaller than those of zlib, which browsers unpack all the same. */
const strongest = 12;

/** Writes the packs of the offline copy and the list of them beside the built site, and returns what the list says. */
export function writeCopy(folder: string): Edition {
  const packsFolder = join(folder, 'offline/packs');
  rmSync(packsFolder, { recursive: true, force: true });
  mkdirSync(packsFolder, { recursive: true });
  const groups = groupMembers(readMembers(folder));
  const packs = groups.map((files) => writePack(packsFolder, files));
  const headers = { ...pageHeaders };
  const edition = { edition: hash(JSON.stringify([headers, packs])), headers, packs };
  writeFileSync(join(folder, 'offline/edition.json'), serializeEdition(edition));
  return edition;
}

/** One line for people: how much, in how many downloads. */
export function describeCopy({ packs }: Edition): string {
  return `${(weightOf(packs) / 1_000_000).toFixed(2)} MB in ${packs.length} packs`;
}

function writePack(folder: string, files: readonly CopyFile[]): Pack {
  const isFolded = files.every(({ apart }) => apart === undefined);
  const bytes = gzip(joinPack(files, { isFolded }), strongest);
  const name = hash(bytes);
  writeFileSync(join(folder, `${name}.pack`), bytes);
  return { name, bytes: bytes.length, addresses: files.map(({ address }) => address) };
}

const hash = (content: string | Uint8Array) => createHash('sha256').update(content).digest('hex').slice(0, 16);
