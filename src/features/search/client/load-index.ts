import { type PackedDocuments, type SearchDocument, unpackDocuments } from '../document.ts';
import { JumpIndex } from '../jump-index.ts';

/** The jump tier as the search box uses it. */
export interface LoadedIndex {
  readonly jump: JumpIndex;
  readonly areaTitles: ReadonlyMap<string, string>;
  readonly documentAt: ReadonlyMap<string, SearchDocument>;
  /** Names the word index that fits. */
  readonly edition: string;
}

let loading: Promise<LoadedIndex> | undefined;

/** Loads the index once; after a failure the next call tries again. */
export function loadIndex(base: string): Promise<LoadedIndex> {
  loading ??= fetchIndex(base).catch((error: unknown) => {
    loading = undefined;
    throw error;
  });
  return loading;
}

async function fetchIndex(base: string): Promise<LoadedIndex> {
  const response = await fetch(`${base}search/jump.json`);
  if (!response.ok) throw new Error(`search/jump.json: ${response.status}`);
  const packed = (await response.json()) as PackedDocuments;
  const documents = unpackDocuments(packed);
  return {
    jump: await JumpIndex.build(documents, packed.plain),
    areaTitles: new Map(packed.areas),
    documentAt: new Map(documents.map((document) => [document.address, document])),
    edition: packed.edition,
  };
}
