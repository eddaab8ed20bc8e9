import { type SearchKind, searchKinds } from './document.ts';
import type { Result } from './merge.ts';

const bestCount = 5;
const fewResults = 8;

const groupNames: Readonly<Record<SearchKind, string>> = {
  Topic: 'Topics',
  Roadmap: 'Roadmaps',
  Role: 'Roles',
  Question: 'Interview questions',
  Comparison: 'Comparisons',
  Project: 'Projects',
  Page: 'Other pages',
};

/** A result with the heading that stands above it, if it is the first of its group. */
export interface ListedResult extends Result {
  readonly heading: string | undefined;
}

/** The best results as they are ranked, then the others by kind. Short lists and lists of one kind need no groups. */
export function groupResults(results: readonly Result[]): ListedResult[] {
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
