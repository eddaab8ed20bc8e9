import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { type Edition, parseEdition, weightOf } from '#domain/offline/edition.ts';
import { addressOfFile, membersOf } from '#domain/offline/members.ts';
import { splitPack } from '#domain/offline/pack.ts';
import type { BuiltSite } from './built-site.ts';

const listPath = '/offline/edition.json';

/** The most that the offline copy may weigh, list included, in bytes. */
export const copyBudget = 8_000_000;

/** What the offline copy weighs as a reader downloads it and keeps it; undefined for a site that offers none. */
export function weighCopy(site: BuiltSite): { readonly bytes: number; readonly packs: number } | undefined {
  if (!site.files.has(listPath)) return undefined;
  const { edition, listBytes } = readEdition(site);
  return { bytes: weightOf(edition?.packs ?? []) + listBytes, packs: edition?.packs.length ?? 0 };
}

/** Files that the offline copy lacks or holds otherwise than the site has them, and whether it is too heavy, as sentences. */
export function copyFaults(site: BuiltSite): string[] {
  const weight = weighCopy(site);
  if (!weight) return [];
  const { edition } = readEdition(site);
  if (!edition) return [`${listPath} is not a list of packs.`];
  const held = new Map(edition.packs.flatMap(({ name }) => [...readPack(site, name)]));
  const wanted = membersOf([...site.files].map((path) => path.slice(1)));
  const faults = wanted.flatMap((path) => {
    const bytes = held.get(addressOfFile(path));
    if (!bytes) return [`/${path} is not in the offline copy.`];
    return isSame(bytes, path, site) ? [] : [`/${path} is not in the offline copy as the site has it.`];
  });
  if (weight.bytes > copyBudget) faults.push(`The offline copy: ${weight.bytes} bytes of at most ${copyBudget}.`);
  return faults;
}

function readEdition({ folder }: BuiltSite): { edition: Edition | undefined; listBytes: number } {
  const text = readFileSync(join(folder, listPath));
  return { edition: parseEdition(text.toString('utf8')), listBytes: text.length };
}

function readPack({ folder }: BuiltSite, name: string): Map<string, Uint8Array> {
  return splitPack(gunzipSync(readFileSync(join(folder, `offline/packs/${name}.pack`))));
}

/** What Pagefind knows of pages and of words is in the copy unpacked. */
function isSame(bytes: Uint8Array, path: string, { folder }: BuiltSite): boolean {
  const file = readFileSync(join(folder, path));
  return Buffer.compare(bytes, /\.pf_(?:fragment|index)$/u.test(path) ? gunzipSync(file) : file) === 0;
}
