import { createHash } from 'node:crypto';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pageHeaders } from '#lib/security/response-headers.ts';
import { type Edition, type Pack, serializeEdition, weightOf } from '../edition.ts';
import { groupMembers } from '../group-members.ts';
import { joinPack } from '../pack.ts';
import { compress } from './compress.ts';
import { type CopyFile, readMembers } from './read-members.ts';

/** Writes the packs of the offline copy and the list of them beside the built site, and returns what the list says. */
export async function writeCopy(folder: string): Promise<Edition> {
  const packsFolder = join(folder, 'offline/packs');
  rmSync(packsFolder, { recursive: true, force: true });
  mkdirSync(packsFolder, { recursive: true });
  const groups = groupMembers(readMembers(folder));
  const compressed = await compress(groups.map(joinGroup));
  const packs = groups.map((files, at) => writePack(packsFolder, files, compressed[at] ?? new Uint8Array()));
  const headers = { ...pageHeaders };
  const edition = { edition: hash(JSON.stringify([headers, packs])), headers, packs };
  writeFileSync(join(folder, 'offline/edition.json'), serializeEdition(edition));
  return edition;
}

/** One line for people: how much, in how many downloads. */
export function describeCopy({ packs }: Edition): string {
  return `${(weightOf(packs) / 1_000_000).toFixed(2)} MB in ${packs.length} packs`;
}

function joinGroup(files: readonly CopyFile[]): Uint8Array {
  return joinPack(files, { isFolded: files.every(({ apart }) => apart === undefined) });
}

function writePack(folder: string, files: readonly CopyFile[], bytes: Uint8Array): Pack {
  const name = hash(bytes);
  writeFileSync(join(folder, `${name}.pack`), bytes);
  return { name, bytes: bytes.length, addresses: files.map(({ address }) => address) };
}

const hash = (content: string | Uint8Array) => createHash('sha256').update(content).digest('hex').slice(0, 16);
