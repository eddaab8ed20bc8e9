import { anchorOf } from '#content/anchor.ts';
import type { Kind } from '#content/corpus.ts';
import { addressOf } from '#content/url.ts';
import { stem } from '#lib/text/stem.ts';
import { contentWords } from '#lib/text/stop-words.ts';
import { namesOf, wordsOf } from '#lib/text/text.ts';

/** What the reader sees as the kind of a result, in the order that breaks ties. */
export const searchKinds = ['Topic', 'Roadmap', 'Role', 'Question', 'Comparison', 'Project', 'Page'] as const;

export type SearchKind = (typeof searchKinds)[number];

/** A page of the site as the jump tier knows it. */
export interface SearchDocument {
  readonly kind: SearchKind;
  readonly title: string;
  /** Other names that people type. */
  readonly aliases: readonly string[];
  /** Questions that it answers, in the words of somebody who does not know the subject yet; from a download only what `PackedDocuments` has of them. Never shown. */
  readonly asks: readonly string[];
  readonly summary: string;
  /** Empty where the kind has none. */
  readonly level: string;
  /** The id of an area; empty where the kind has none. */
  readonly area: string;
  /** From the site's root, without the folder that the site is served from. */
  readonly address: string;
}

/** All documents, column by column: that compresses a tenth better than one object each. */
export interface PackedDocuments {
  /** Names the word index that counts these documents. */
  readonly edition: string;
  readonly areas: readonly (readonly [id: string, title: string])[];
  /** Indexes into `searchKinds`. */
  readonly kinds: readonly number[];
  /** An id, or an address where it does not follow from kind and id; empty where the title gives it. */
  readonly ids: readonly string[];
  readonly titles: readonly string[];
  /** One alias a line, in lower case. */
  readonly aliases: readonly string[];
  /** One question a line, of its words those that carry its matter and are not in the names of the page. */
  readonly asks: readonly string[];
  readonly summaries: readonly string[];
  readonly levels: readonly string[];
  readonly areaIds: readonly string[];
  /** Stems of running text, with blanks between them, as `plainWords` gives them. */
  readonly plain: string;
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
export function packDocuments(
  documents: readonly SearchDocument[],
  { edition, areas, plain }: Pick<PackedDocuments, 'edition' | 'areas' | 'plain'>,
): PackedDocuments {
  const lines = (texts: readonly string[]) => texts.join('\n');
  return {
    edition,
    areas,
    kinds: documents.map(({ kind }) => searchKinds.indexOf(kind)),
    ids: documents.map(toId),
    titles: documents.map(({ title }) => title),
    aliases: documents.map(({ aliases }) => lines(aliases.map((alias) => alias.toLowerCase()))),
    asks: documents.map((document) => lines(ownMatters(document))),
    summaries: documents.map(({ summary }) => summary),
    levels: documents.map(({ level }) => level),
    areaIds: documents.map(({ area }) => area),
    plain,
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
      asks: lines(packed.asks[at]),
      summary: packed.summaries[at] ?? '',
      level: packed.levels[at] ?? '',
      area: packed.areaIds[at] ?? '',
      address: toAddress(kind, packed.ids[at] ?? '', title),
    };
  });
}

/** What the questions of a document say beyond its names: nobody reads them, and the names are there already. */
function ownMatters({ title, aliases, asks }: SearchDocument): string[] {
  const named = new Set(namesOf([title, ...aliases].join('\n')).map(stem));
  const matters = asks.map((ask) =>
    contentWords(wordsOf(ask))
      .filter((word) => !named.has(stem(word)))
      .join(' '),
  );
  return [...new Set(matters)].filter((matter) => matter !== '');
}

function toId({ kind, title, address }: SearchDocument): string {
  const id = address.split('/').at(-2) ?? '';
  if (toAddress(kind, '', title) === address) return '';
  return toAddress(kind, id, title) === address ? id : address;
}

function toAddress(kind: SearchKind, id: string, title: string): string {
  const contentKind: Kind | undefined = kind === 'Page' ? undefined : contentKinds[kind];
  return contentKind === undefined || id.startsWith('/') ? id : addressOf(contentKind, id || anchorOf(title));
}
