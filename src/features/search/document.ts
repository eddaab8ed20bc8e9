/** What the reader sees as the kind of a result, in the order of the groups. */
export const searchKinds = ['Topic', 'Roadmap', 'Role', 'Question', 'Lab', 'Comparison', 'Project', 'Page'] as const;

export type SearchKind = (typeof searchKinds)[number];

/** A page of the site as the title index knows it. */
export interface SearchDocument {
  readonly kind: SearchKind;
  readonly title: string;
  /** Other names that people type. */
  readonly aliases: readonly string[];
  readonly summary: string;
  /** Empty where the kind has none. */
  readonly level: string;
  /** The id of an area; empty where the kind has none. */
  readonly area: string;
  /** From the site's root, without the folder that the site is served from. */
  readonly address: string;
}

/** What the browser loads to build the title index: a list for each field, which compresses better than an object for each page. */
export interface TitleFile {
  /** Names the index shards that number these documents. */
  readonly version: string;
  readonly areas: readonly (readonly [id: string, title: string])[];
  readonly fields: { readonly [Field in keyof SearchDocument]: readonly SearchDocument[Field][] };
}

/** Documents as lists of their fields. */
export function packDocuments(documents: readonly SearchDocument[]): TitleFile['fields'] {
  return {
    kind: documents.map(({ kind }) => kind),
    title: documents.map(({ title }) => title),
    aliases: documents.map(({ aliases }) => aliases),
    summary: documents.map(({ summary }) => summary),
    level: documents.map(({ level }) => level),
    area: documents.map(({ area }) => area),
    address: documents.map(({ address }) => address),
  };
}

/** The documents of a download. */
export function unpackDocuments(fields: TitleFile['fields']): readonly SearchDocument[] {
  return fields.title.map((title, at) => ({
    kind: fields.kind[at] ?? 'Page',
    title,
    aliases: fields.aliases[at] ?? [],
    summary: fields.summary[at] ?? '',
    level: fields.level[at] ?? '',
    area: fields.area[at] ?? '',
    address: fields.address[at] ?? '/',
  }));
}
