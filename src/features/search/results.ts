import { keyOf, wordsOf } from '#lib/text/text.ts';
import { type SearchDocument, type SearchKind, searchKinds } from './document.ts';
import type { Passage } from './passages.ts';
import type { Ranking } from './rank.ts';

/** One page in the list of results. */
export interface Result {
  readonly document: SearchDocument;
  readonly passage: Passage | undefined;
}

/** A phrase of fewer words is mostly a name, which ranking handles better. */
const minWordsOfPhrase = 4;

/**
 * The ranked pages with their passages, and behind them the pages that only full text knows. Pages that have all of the
 * query word for word, such as the text of an error, come first. If none of the first five has all the words in its text,
 * the page that full text finds best comes fifth.
 */
export function withPassages(
  { documents, phrase = '' }: Pick<Ranking, 'documents'> & { readonly phrase?: string },
  passages: readonly Passage[],
  documentAt: ReadonlyMap<string, SearchDocument>,
): readonly Result[] {
  const passageAt = new Map(passages.map((passage) => [passage.address, passage]));
  const found = new Set(documents.map(({ address }) => address));
  const added = passages
    .filter(({ address, isWhole }) => isWhole && !found.has(address))
    .map((passage) => ({ document: documentAt.get(passage.address) ?? toDocument(passage), passage }));
  const results = [...documents.map((document) => ({ document, passage: passageAt.get(document.address) })), ...added];
  const isPhrase = wordsOf(phrase).length >= minWordsOfPhrase;
  const hasPhrase = ({ passage }: Result) =>
    isPhrase && keyOf(passage?.pieces.map(({ text }) => text).join('') ?? '').includes(keyOf(phrase));
  const ordered = [...results.filter(hasPhrase), ...results.filter((result) => !hasPhrase(result))];
  if (ordered.slice(0, bestCount).some(({ passage }) => passage?.isWhole)) return ordered;
  const whole = passages.find(({ isWhole }) => isWhole);
  const others = ordered.filter(({ passage }) => !whole || passage !== whole);
  const moved = ordered.filter((result) => !others.includes(result));
  return [...others.slice(0, bestCount - 1), ...moved, ...others.slice(bestCount - 1)];
}

/** A page that full text knows and the title index does not. */
function toDocument({ title, address }: Passage): SearchDocument {
  return { kind: 'Page', title, aliases: [], summary: '', level: '', area: '', address };
}

const bestCount = 5;
const fewResults = 8;

const groupNames: Readonly<Record<SearchKind, string>> = {
  Topic: 'Topics',
  Roadmap: 'Roadmaps',
  Role: 'Roles',
  Question: 'Interview questions',
  Lab: 'Labs',
  Comparison: 'Comparisons',
  Project: 'Projects',
  Page: 'Other pages',
};

/** A result with the heading that stands above it, if it is the first of its group. */
export interface ListedResult extends Result {
  readonly heading: string | undefined;
}

/** The best results as they are ranked, then the others by kind. Short lists and lists of one kind need no groups. */
export function groupResults(results: readonly Result[]): readonly ListedResult[] {
  const kinds = new Set(results.map(({ document }) => document.kind));
  if (results.length <= fewResults || kinds.size === 1)
    return results.map((result) => ({ ...result, heading: undefined }));
  const rest = results.slice(bestCount);
  const groups = searchKinds.map((kind) => ({
    name: groupNames[kind],
    members: rest.filter(({ document }) => document.kind === kind),
  }));
  return [{ name: 'Best matches', members: results.slice(0, bestCount) }, ...groups].flatMap(({ name, members }) =>
    members.map((result, at) => ({ ...result, heading: at === 0 ? name : undefined })),
  );
}
