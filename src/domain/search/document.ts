import type { Kind } from '../corpus.ts';
import { addressOf } from '../href.ts';

/** What the reader sees as the kind of a result, in the order that breaks ties. */
export const searchKinds = ['Topic', 'Roadmap', 'Role', 'Question', 'Comparison', 'Project', 'Page'] as const;

export type SearchKind = (typeof searchKinds)[number];

/** A page of the site as the jump tier knows it. */
export interface SearchDocument {
  readonly kind: SearchKind;
  readonly title: string;
  /** Other names that people type. */
  readonly aliases: readonly string[];
  /** Questions that it answers, in the words of somebody who does not know the subject yet. Never shown. */
  readonly asks: readonly string[];
  readonly summary: string;
  /** Headings of its own, not those that every page of the kind has. */
  readonly headings: readonly string[];
  /** Empty where the kind has none. */
  readonly level: string;
  /** The id of an area; empty where the kind has none. */
  readonly area: string;
  /** From the site's root, without the folder that the site is served from. */
  readonly address: string;
}

/** All documents, column by column: that compresses a tenth better than one object each. */
export interface PackedDocuments {
  readonly areas: readonly (readonly [id: string, title: string])[];
  /** Indexes into `searchKinds`. */
  readonly kinds: readonly number[];
  /** An id, or an address where it does not follow from kind and id. */
  readonly ids: readonly string[];
  readonly titles: readonly string[];
  /** One alias a line. */
  readonly aliases: readonly string[];
  readonly summaries: readonly string[];
  /** One heading a line. */
  readonly headings: readonly string[];
  readonly levels: readonly string[];
  readonly areaIds: readonly string[];
}

const contentKinds = {
  Topic: 'topic',
  Roadmap: 'roadmap',
  Role: 'role',
  Question: 'question',
  Comparison: 'comparison',
  Project: 'project',
} as const;

/** Packs documents for the download. */
export function packDocuments(documents: readonly SearchDocument[], areas: PackedDocuments['areas']): PackedDocuments {
  const lines = (texts: readonly string[]) => texts.join('\n');
  return {
    areas,
    kinds: documents.map(({ kind }) => searchKinds.indexOf(kind)),
    ids: documents.map(toId),
    titles: documents.map(({ title }) => title),
    aliases: documents.map(({ aliases }) => lines(aliases)),
    summaries: documents.map(({ summary }) => summary),
    headings: documents.map(({ headings }) => lines(headings)),
    levels: documents.map(({ level }) => level),
    areaIds: documents.map(({ area }) => area),
  };
}

/** The documents of a download. */
export function unpackDocuments(packed: PackedDocuments): SearchDocument[] {
  const lines = (text: string | undefined) => (text ? text.split('\n') : []);
  return packed.titles.map((title, at) => {
    const kind = searchKinds[packed.kinds[at] ?? -1] ?? 'Page';
    return {
      kind,
      title,
      aliases: lines(packed.aliases[at]),
      summary: packed.summaries[at] ?? '',
      headings: lines(packed.headings[at]),
      level: packed.levels[at] ?? '',
      area: packed.areaIds[at] ?? '',
      address: toAddress(kind, packed.ids[at] ?? ''),
    };
  });
}

function toId({ kind, address }: SearchDocument): string {
  const id = address.split('/').at(-2) ?? '';
  return toAddress(kind, id) === address ? id : address;
}

function toAddress(kind: SearchKind, id: string): string {
  const contentKind: Kind | undefined = kind === 'Page' ? undefined : contentKinds[kind];
  return contentKind === undefined || id.startsWith('/') ? id : addressOf(contentKind, id);
}
