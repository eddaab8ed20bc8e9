import type { Corpus, Entry } from '../corpus.ts';
import type { Issue } from '../issue.ts';

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

type Field = readonly (string | number)[];

/** An issue about a front matter field of an entry. */
export function fieldIssue(entry: Entry, field: Field, { message, fix }: IssueText): Finding {
  const name = field.map((part, index) => (typeof part === 'number' ? `[${part}]` : index > 0 ? `.${part}` : part));
  return { path: entry.path, field: name.join(''), line: entry.lineOf(field), message, fix };
}

/** Lists of content/ whose entries rules check; the lines of their entries are not kept. */
export type ListName = 'resources' | 'goals' | 'career' | 'sources/disagreements';

/** An issue about an entry of a list, `content/<list>.yaml`. */
export function listIssue(
  { list, id }: { readonly list: ListName; readonly id: string },
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
