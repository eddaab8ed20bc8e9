import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { type Edition, packFile, parseEdition, weightOf } from '#features/offline/edition.ts';
import { addressOfFile, membersOf } from '#features/offline/members.ts';
import { splitPack } from '#features/offline/pack.ts';
import type { BuiltSite } from './built-site.ts';

const listPath = '/offline/edition.json';

/** The most that the offline copy may weigh, list included, in bytes. */
const copyBudget = 16_000_000;

/**
 * What the offline copy weighs as a reader downloads it and keeps it; undefined for a site that offers none.
 * @param folder where the site was built.
 */
export function weighCopy(folder: string): { readonly bytes: number; readonly packs: number } | undefined {
  if (!existsSync(join(folder, listPath))) return undefined;
  const { edition, listBytes } = readEdition(folder);
  return { bytes: weightOf(edition?.packs ?? []) + listBytes, packs: edition?.packs.length ?? 0 };
}

/** How far the copy is from its budget as a sentence, from 90 % on with what to do about it. */
export function copyWeightText({ bytes, packs }: { readonly bytes: number; readonly packs: number }): string {
  const megabytes = (count: number) => (count / 1_000_000).toFixed(2);
  const part = Math.round((100 * bytes) / copyBudget);
  const text = `Offline copy: ${megabytes(bytes)} of ${megabytes(copyBudget)} MB (${part} %), in ${packs} packs`;
  if (part < 90) return text;
  return `${text}\nwarning: the offline copy is close to its budget. Leave out what few people read offline (membersOf in src/features/offline/members.ts), or raise copyBudget in scripts/site/offline-copy.ts.`;
}

/** Files that the offline copy lacks or holds otherwise than the site has them, and whether it is too heavy, as sentences. */
export function copyFaults(site: BuiltSite): string[] {
  const weight = weighCopy(site.folder);
  if (!weight) return [];
  const { edition } = readEdition(site.folder);
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

function readEdition(folder: string): { edition: Edition | undefined; listBytes: number } {
  const text = readFileSync(join(folder, listPath));
  return { edition: parseEdition(text.toString('utf8')), listBytes: text.length };
}

function readPack({ folder }: BuiltSite, name: string): Map<string, Uint8Array> {
  return splitPack(gunzipSync(readFileSync(join(folder, `offline/packs/${packFile(name)}`))));
}

/** What Pagefind knows of pages and of words is in the copy unpacked. */
function isSame(bytes: Uint8Array, path: string, { folder }: BuiltSite): boolean {
  const file = readFileSync(join(folder, path));
  return Buffer.compare(bytes, /\.pf_(?:fragment|index)$/u.test(path) ? gunzipSync(file) : file) === 0;
}
