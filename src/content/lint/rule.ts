import type { Corpus, Entry } from '../corpus.ts';
import { type Field, fieldName, type Issue } from '../issue.ts';

/** An issue before it has the code of its rule. */
export type Finding = Omit<Issue, 'code'>;

/** What is wrong and the edit to make. */
export type IssueText = Pick<Issue, 'message' | 'fix'>;

/** One thing that must hold for the content as a whole. */
export interface Rule {
  /** R: relations, B: bodies. Never reused for another rule. */
  readonly code: string;
  /** What must hold, as one sentence. */
  readonly title: string;
  /** What is wrong; the code is added by `checkRules`. */
  readonly check: (corpus: Corpus) => readonly Finding[];
}

/** An issue about a field of an entry's front matter, or of a source document. */
export function fieldIssue(
  { path, lineOf }: Pick<Entry, 'path' | 'lineOf'>,
  field: Field,
  { message, fix }: IssueText,
): Finding {
  return { path, field: fieldName(field), line: lineOf(field), message, fix };
}

/** An issue about an entry of a list, `content/<list>.yaml`; the lines of its entries are not kept. */
export function listIssue(
  { list, id }: { readonly list: 'resources' | 'goals' | 'career' | 'sources/disagreements'; readonly id: string },
  field: string,
  { message, fix }: IssueText,
): Finding {
  return { path: `content/${list}.yaml`, field: `${id}.${field}`, line: 0, message, fix };
}

/** An issue about a row of a list of searches or queries. */
export function rowIssue(path: string, line: number, { message, fix }: IssueText): Finding {
  return { path, field: '', line, message, fix };
}

/** An issue about a line of an entry's body. */
export function bodyIssue(entry: Entry, line: number, { message, fix }: IssueText): Finding {
  return { path: entry.path, field: 'body', line, message, fix };
}

/** The items whose key an earlier one has, each with the first that has it. */
export function repeated<Item>(items: readonly Item[], keyOf: (item: Item) => string) {
  return [...Map.groupBy(items, keyOf).values()].flatMap(([first, ...later]) =>
    later.map((item) => ({ item, first: first as Item })),
  );
}
