import { editDistance } from '#lib/edit-distance.ts';

/** Something wrong with a content file, in words an author can act on. */
export interface Issue {
  /** Stable code of the rule, explained in docs/content-rules.md. */
  readonly code: string;
  /** Path from the project's root. */
  readonly path: string;
  /** Where in the file: a front matter field such as `prerequisites[1].topic`, a heading, or an empty string. */
  readonly field: string;
  /** Line in the file, counted from 1; 0 when the issue is about the whole file. */
  readonly line: number;
  /** What is wrong and why. */
  readonly message: string;
  /** The edit to make. */
  readonly fix: string;
}

/** Where something stands in front matter or a list: `['prerequisites', 1, 'topic']`. */
export type Field = readonly (string | number)[];

/** `['prerequisites', 1, 'topic']` as `prerequisites[1].topic`. */
export function fieldName(field: Field): string {
  return field.map((part, index) => (typeof part === 'number' ? `[${part}]` : index > 0 ? `.${part}` : part)).join('');
}

/** Writes issues as a report, file by file. */
export function formatIssues(issues: readonly Issue[]): string {
  const byPath = Map.groupBy(
    issues.toSorted((a, b) => a.path.localeCompare(b.path) || a.line - b.line || a.code.localeCompare(b.code)),
    (issue) => issue.path,
  );
  return [...byPath].map(([path, list]) => [path, ...list.map(formatIssue)].join('\n')).join('\n\n');
}

/** `  R001  line 7  prerequisites[1].topic  what is wrong`, and below it the edit and where the rule is explained. */
function formatIssue({ code, field, line, message, fix }: Issue): string {
  const what = [code, line > 0 ? `line ${line}` : '', field, message].filter(Boolean).join('  ');
  const guide = code.startsWith('L') ? 'docs/labs.md' : 'docs/content-rules.md';
  return `  ${what}\n        ${fix}   ${guide}#${code.toLowerCase()}`;
}

/** The candidate nearest to a misspelt word, or undefined when none is near. */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  let best: string | undefined;
  // At least one character has to stay: "" and "c" are near to nothing.
  let bestDistance = Math.min(Math.max(2, Math.floor(word.length / 3)), word.length - 1) + 1;
  for (const candidate of candidates) {
    const distance = editDistance(word, candidate, bestDistance - 1);
    if (distance < bestDistance) {
      best = candidate;
      bestDistance = distance;
    }
  }
  return best;
}
