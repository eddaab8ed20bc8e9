import { createHash } from 'node:crypto';
import { type Corpus, type Entry, entriesOf } from '#content/corpus.ts';
import { sitePagesOf } from '#content/site-pages.ts';
import { addressOf } from '#content/url.ts';
import { memoize } from '#content/views/memoize.ts';
import { labPages } from '#features/labs/views.ts';
import { keyOf } from '#lib/text/text.ts';
import { buildShards } from './build-shards.ts';
import { packDocuments, type SearchDocument, type SearchKind, type TitleFile } from './document.ts';
import { facets } from './filters.ts';
import { identifierQueries } from './identifiers.ts';
import type { ExampleQuery, Shard } from './shards.ts';

const kindNames = {
  topic: 'Topic',
  roadmap: 'Roadmap',
  role: 'Role',
  question: 'Question',
  project: 'Project',
  comparison: 'Comparison',
} as const satisfies Record<Entry['kind'], SearchKind>;

/** Everything that the search knows by name; the index shards number the documents in this order. */
const searchDocuments = memoize(({ corpus }): readonly SearchDocument[] => [
  ...corpusDocuments(corpus),
  ...labDocuments(),
  ...sitePagesOf(corpus),
]);

/** The index shards, and a version that changes with them or with the numbers of documents. */
export const searchShards = memoize(({ corpus }): { readonly version: string; readonly shards: readonly Shard[] } => {
  const documents = searchDocuments();
  const outOfScope = corpus.outOfScopeQueries.map(({ text }) => text);
  const shards = buildShards(exampleQueries(corpus, documents), documents, outOfScope);
  const hash = createHash('sha256').update(JSON.stringify([documents.map(({ address }) => address), shards]));
  return { version: hash.digest('hex').slice(0, 8), shards };
});

/** What the browser loads to build the title index. */
export const titleFile = memoize(
  ({ corpus }): TitleFile => ({
    version: searchShards().version,
    areas: corpus.areas.map(({ id, title }) => [id, title]),
    fields: packDocuments(searchDocuments()),
  }),
);

/** A search document for every page of the content. */
function corpusDocuments(corpus: Corpus): SearchDocument[] {
  const areaOfTopic = new Map(corpus.topic.map(({ id, data }) => [id, data.area]));
  return entriesOf(corpus).map(({ kind, id, data }) => {
    // A question or project belongs to the area of its main topic.
    const [mainTopic = ''] = 'topics' in data ? data.topics : [];
    return {
      kind: kindNames[kind],
      title: data.title,
      aliases: data.aliases.filter((alias) => keyOf(alias) !== keyOf(data.title)),
      // There are hundreds of questions, and the title of one says all of it.
      summary: kind === 'question' ? '' : data.summary,
      level: 'level' in data ? data.level : '',
      area: 'area' in data ? data.area : (areaOfTopic.get(mainTopic) ?? ''),
      address: addressOf(kind, id),
    };
  });
}

function labDocuments(): SearchDocument[] {
  return labPages().map(({ title, lab, area, address }) => ({
    kind: 'Lab',
    title,
    aliases: [],
    // As for questions, the title says what is asked.
    summary: '',
    level: lab.data.level,
    area: area.id,
    address,
  }));
}

/** What people type, with the addresses of the pages that they need: the searches for each page, searches.tsv, the names and headings of all pages, and names in their code. */
function exampleQueries(corpus: Corpus, documents: readonly SearchDocument[]): readonly ExampleQuery[] {
  const own = entriesOf(corpus).flatMap(({ kind, id, searches }) =>
    searches.map(({ text }) => ({ text, addresses: [addressOf(kind, id)] })),
  );
  const ofLabs = labPages().flatMap(({ lab, address }) => lab.searches.map((text) => ({ text, addresses: [address] })));
  const names = documents.flatMap(({ title, aliases, address }) =>
    [title, ...aliases].map((text) => ({ text, addresses: [address] })),
  );
  const pages = entriesOf(corpus).map(({ kind, id, body }) => ({ address: addressOf(kind, id), body }));
  const headings = pages.flatMap(({ address, body }) =>
    body.headings.map(({ text }) => ({ text, addresses: [address] })),
  );
  const examples = [...own, ...ofLabs, ...corpus.searches, ...names, ...headings];
  return [...examples, ...identifierQueries(pages, examples)];
}

/**
 * Attributes by which full text filters a page as the search box does, none for a page that the search does not know by name.
 * Of several filters in one attribute Pagefind takes only those that name an attribute with their value: https://pagefind.app/docs/filtering/
 */
export function filterAttributes(address: string): Readonly<Record<string, string>> {
  const document = searchDocuments().find((each) => each.address === address);
  if (!document) return {};
  const own = facets.filter((facet) => document[facet] !== '');
  return {
    'data-pagefind-filter': own.map((facet) => `${facet}[data-${facet}]`).join(', '),
    ...Object.fromEntries(own.map((facet) => [`data-${facet}`, document[facet]])),
  };
}
