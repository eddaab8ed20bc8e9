import { isRecord } from '#lib/stored-file.ts';

/** Some files of an edition in one download. */
export interface Pack {
  /** The beginning of its SHA-256 hash, 16 hexadecimal digits: packs of the same name are the same. */
  readonly name: string;
  /** What it takes to download and to keep. */
  readonly bytes: number;
  /** The addresses in it, from the site's folder. */
  readonly addresses: readonly string[];
}

/** The file of a pack. The first edition's files were called `.pack` and had a format that is not read any more. */
export const packFile = (name: string) => `${name}.bundle`;

/** The whole site as one build made it, and what its pages are answered with. */
export interface Edition {
  readonly edition: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly packs: readonly Pack[];
}

const kind = 'wayline-edition';
const version = 1;

/** An edition as the file that the site offers. */
export function serializeEdition(edition: Edition): string {
  return JSON.stringify({ kind, version, ...edition });
}

/** Reads what was offered as an edition; undefined when it is something else, such as the page of a moved site. */
export function parseEdition(text: string): Edition | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isEdition(value) ? { edition: value.edition, headers: value.headers, packs: value.packs } : undefined;
  } catch {
    return undefined;
  }
}

/** What packs weigh together, in bytes. */
export function weightOf(packs: readonly Pack[]): number {
  return packs.reduce((sum, { bytes }) => sum + bytes, 0);
}

/** Names of the packs of editions. */
export function namesOf(...editions: readonly (Edition | undefined)[]): Set<string> {
  return new Set(editions.flatMap((edition) => edition?.packs.map(({ name }) => name) ?? []));
}

function isEdition(value: unknown): value is Edition {
  return (
    isRecord(value) &&
    value['kind'] === kind &&
    value['version'] === version &&
    typeof value['edition'] === 'string' &&
    isRecord(value['headers']) &&
    Object.values(value['headers']).every((header) => typeof header === 'string') &&
    Array.isArray(value['packs']) &&
    value['packs'].length > 0 &&
    value['packs'].every(isPack)
  );
}

function isPack(value: unknown): value is Pack {
  return (
    isRecord(value) &&
    typeof value['name'] === 'string' &&
    /^[0-9a-f]{16}$/u.test(value['name']) &&
    Number.isSafeInteger(value['bytes']) &&
    Number(value['bytes']) > 0 &&
    Array.isArray(value['addresses']) &&
    value['addresses'].every((address) => typeof address === 'string')
  );
}
