import { type LockedId, type LockedKind, lockedKinds, type Query, type SharedSearch } from './corpus.ts';
import type { Issue } from './issue.ts';
import type { ContentFile } from './read-files.ts';
import { query, search } from './schema/lists.ts';

/** Takes what is wrong with a file. */
export type Report = (issues: readonly Issue[]) => void;

/** Reads a file row by row. Blank lines and lines behind `# ` are passed over. */
function readRows<Row>(
  files: readonly ContentFile[],
  { path, report }: { path: string; report: Report },
  readRow: (row: string, at: { line: number; addIssue: (message: string, fix: string) => void }) => Row | undefined,
): Row[] {
  return (findFile(files, { path, report })?.text ?? '').split(/\r?\n/u).flatMap((row, index) => {
    if (row === '' || row.startsWith('# ')) return [];
    const line = index + 1;
    const addIssue = (message: string, fix: string) => report([{ code: 'S002', path, field: '', line, message, fix }]);
    return readRow(row, { line, addIssue }) ?? [];
  });
}

/** The rows of ids.lock, `kind number id`. */
export function readLock(files: readonly ContentFile[], report: Report): LockedId[] {
  const taken = new Set<string>();
  return readRows(files, { path: 'content/ids.lock', report }, (row, { addIssue }) => {
    const [, kind, number, id] = /^([a-z]+) (\d+) ([a-z0-9.-]+)$/u.exec(row) ?? [];
    if (!lockedKinds.includes(kind as LockedKind) || number === undefined || id === undefined) {
      addIssue(`"${row}" is not a row of kind, number and id.`, 'Restore the row as it was published.');
      return undefined;
    }
    const keys = [`${kind} ${number}`, `${kind} ${id}`];
    if (keys.some((key) => taken.has(key)))
      addIssue(
        `An earlier row has the number or the id of "${row}".`,
        'Keep the row that was published first; run `npm run lock:ids` for the other.',
      );
    for (const key of keys) taken.add(key);
    return { kind: kind as LockedKind, number: Number(number), id };
  });
}

/** The rows of searches.tsv: an example query, a tab, and the addresses of the pages that answer it. */
export function readSearches(files: readonly ContentFile[], report: Report): SharedSearch[] {
  return readRows(files, { path: 'content/searches.tsv', report }, (row, { line, addIssue }) => {
    const parsed = search.safeParse(row.split('\t'));
    if (parsed.success) return { text: parsed.data[0], addresses: parsed.data[1], line };
    const fix = 'Write it as the other rows: find one in three<tab>/topics/indexing/ /topics/query-plans/.';
    addIssue(`"${row}" is not a search, a tab and the addresses of one to four pages.`, fix);
    return undefined;
  });
}

/** The rows of out-of-scope-queries.txt: what people type that no page is about. */
export function readOutOfScopeQueries(files: readonly ContentFile[], report: Report): Query[] {
  return readRows(files, { path: 'content/out-of-scope-queries.txt', report }, (row, { line, addIssue }) => {
    if (query.safeParse(row).success) return { text: row, line };
    const fix = 'Write what someone would type, without blanks around it: banana bread with walnuts.';
    addIssue(`"${row}" is not a search of 2 to 90 characters.`, fix);
    return undefined;
  });
}

/** Where the searches for a page stand: `searches.txt` beside an `index.mdx`, `<id>.searches.txt` beside an `<id>.mdx`. */
export function searchesPathOf(page: string): string {
  return page.replace(/\/index\.mdx$/u, '/searches.txt').replace(/\.mdx$/u, '.searches.txt');
}

/** The rows of a searches.txt: each is what someone types who needs the page beside it. */
export function readPageSearches(
  { path, text }: ContentFile,
  { min, max, report }: { min: number; max: number; report: Report },
): Query[] {
  const rows = text.split(/\r?\n/u);
  if (rows.at(-1) === '') rows.pop();
  const fix = 'Write one search a line, as someone would type it, and leave no line blank.';
  const addIssue = (line: number, message: string) => report([{ code: 'S002', path, field: '', line, message, fix }]);
  if (rows.length < min || rows.length > max)
    addIssue(rows.length, `There are ${rows.length} searches, not ${min} to ${max}.`);
  return rows.flatMap((row, index) => {
    const first = rows.indexOf(row);
    if (!query.safeParse(row).success) addIssue(index + 1, `"${row}" is not a search of 2 to 90 characters.`);
    else if (first < index) addIssue(index + 1, `Line ${first + 1} is "${row}" already.`);
    else return [{ text: row, line: index + 1 }];
    return [];
  });
}

/** A file that must be there. */
export function findFile(
  files: readonly ContentFile[],
  { path, report }: { path: string; report: Report },
): ContentFile | undefined {
  const found = files.find((file) => file.path === path);
  if (!found)
    report([{ code: 'S005', path, field: '', line: 0, message: `There is no ${path}.`, fix: 'Restore the file.' }]);
  return found;
}
