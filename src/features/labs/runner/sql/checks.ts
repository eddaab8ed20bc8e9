import type { Cell, SqlCheck } from '../../content/lab-schema.ts';
import { isNumeric } from './print.ts';
import type { Column, SqlSession, StatementResult } from './session.ts';
import { wordsOf } from './split.ts';

type PlanCheck = Extract<SqlCheck, { kind: 'plan' }>;
type UsesCheck = Extract<SqlCheck, { kind: 'uses' }>;

/** What a run of the reader's script left for the checks. */
export interface ScriptRun {
  readonly script: string;
  /** The last result that had columns, with its statement. */
  readonly last: { readonly statement: string; readonly result: StatementResult } | undefined;
  /** The first error, as PostgreSQL said it. */
  readonly error: string | undefined;
}

/** What is wrong, or an empty string. What a check does to the database is rolled back. */
export async function failureOf(check: SqlCheck, session: SqlSession, run: ScriptRun): Promise<string> {
  if (check.kind === 'uses') return usesFailure(check, run.script);
  await session.must('begin');
  try {
    return await askDatabase(check, session, run);
  } finally {
    await session.send('rollback');
  }
}

async function askDatabase(check: Exclude<SqlCheck, UsesCheck>, session: SqlSession, run: ScriptRun): Promise<string> {
  switch (check.kind) {
    case 'result':
      if (!run.last) return because(run, 'Your script has no statement that returns rows.');
      return differenceOf(run.last.result, check);
    case 'state': {
      const result = await session.send(check.query);
      if (result.error) return because(run, `The check's query failed: ${result.error.message}.`);
      return differenceOf(result, check);
    }
    case 'error': {
      const { error } = await session.send(check.statement);
      const found = error ? `SQLSTATE ${error.code}: ${error.message}` : 'it succeeded';
      if (check.sqlstate === 'none' && error?.code === raised && /^\s*do\b/iu.test(check.statement))
        return because(run, `${error.message.charAt(0).toUpperCase()}${error.message.slice(1)}.`);
      if (check.sqlstate === 'none')
        return error ? because(run, `This should have worked: ${oneLine(check.statement)}. Found ${found}.`) : '';
      if (error?.code === check.sqlstate) return '';
      return because(
        run,
        `This should have failed with SQLSTATE ${check.sqlstate}: ${oneLine(check.statement)}. Found: ${found}.`,
      );
    }
    case 'plan':
      return planFailure(check, session, run);
  }
}

/** The SQLSTATE of `raise exception`, with which a check in PL/pgSQL says what it found. */
const raised = 'P0001';

/** An error in the script explains most of what goes wrong after it. */
const because = ({ error }: ScriptRun, failure: string) =>
  error ? `${failure} Your script ran into an error: ${error}.` : failure;

const oneLine = (sql: string) => sql.replaceAll(/\s+/gu, ' ').trim().replace(/;$/u, '');

function usesFailure({ has = [], hasNot = [] }: UsesCheck, script: string): string {
  const words = wordsOf(script);
  const missing = has.find((pattern) => !new RegExp(pattern, 'u').test(words));
  const present = hasNot.find((pattern) => new RegExp(pattern, 'u').test(words));
  if (missing !== undefined) return `Your script does not use: ${readable(missing)}.`;
  return present === undefined ? '' : `Your script uses something that this lab does not allow: ${readable(present)}.`;
}

/** A pattern as readable words. */
const readable = (pattern: string) =>
  pattern
    .replaceAll(/\\b|\\s[*+]?/gu, ' ')
    .replaceAll(/\s+/gu, ' ')
    .trim()
    .toUpperCase();

interface PlanNode {
  readonly 'Node Type': string;
  readonly 'Index Name'?: string;
  readonly 'Relation Name'?: string;
  readonly Plans?: readonly PlanNode[];
}

async function planFailure(check: PlanCheck, session: SqlSession, run: ScriptRun): Promise<string> {
  const query = check.query ?? run.last?.statement;
  if (query === undefined) return because(run, 'Your script has no query whose plan could be read.');
  const result = await session.send(
    `explain (format json, costs off) ${query.replace(/^\s*explain\s+(?:\([^)]*\)|analyze|verbose|\s)*/iu, '')}`,
  );
  if (result.error) return because(run, `The plan could not be read: ${result.error.message}.`);
  const [{ Plan }] = JSON.parse(result.rows[0]?.[0] ?? '[{}]') as [{ Plan: PlanNode }];
  const nodes = namesIn(Plan);
  const missing = check.has?.find((name) => !nodes.includes(name));
  const present = check.hasNot?.find((name) => nodes.includes(name));
  const found = `PostgreSQL runs it as: ${planText(Plan)}.`;
  if (missing !== undefined) return `Expected "${missing}" in the plan. ${found}`;
  return present === undefined ? '' : `Expected no "${present}" in the plan. ${found}`;
}

const namesIn = (node: PlanNode): readonly string[] => [
  ...[node['Node Type'], node['Index Name'], node['Relation Name']].flatMap((name) => name ?? []),
  ...('Index Cond' in node ? ['Index Cond'] : []),
  ...(node.Plans ?? []).flatMap(namesIn),
];

/** `Sort of Seq Scan on orders`. */
function planText(node: PlanNode): string {
  const on = node['Relation Name'] === undefined ? '' : ` on ${node['Relation Name']}`;
  const using = node['Index Name'] === undefined ? '' : ` using ${node['Index Name']}`;
  const below = (node.Plans ?? []).map(planText).join(' and ');
  return `${node['Node Type']}${using}${on}${below === '' ? '' : ` of ${below}`}`;
}

interface Expected {
  readonly rows: readonly (readonly Cell[])[];
  readonly ordered?: boolean | undefined;
  readonly columns?: readonly string[] | undefined;
}

/** What is wrong with a result, in one sentence; empty when nothing is. */
export function differenceOf(result: StatementResult, { rows, ordered = false, columns }: Expected): string {
  const names = result.columns.map(({ name }) => name);
  if (columns && columns.join() !== names.join())
    return `Expected the columns ${columns.join(', ')}; found ${names.join(', ') || 'none'}.`;
  const width = rows[0]?.length;
  if (width !== undefined && result.rows.length > 0 && names.length !== width)
    return `Expected ${width} ${width === 1 ? 'column' : 'columns'}; found ${names.length}: ${names.join(', ')}.`;
  const expected = rows.map((row) => row.map((cell, at) => expectedText(cell, result.columns[at])));
  const actual = result.rows.map((row) => row.map((value, at) => actualText(value, result.columns[at])));
  const [own, wanted] = [actual[0], expected[0]];
  if (own && wanted && actual.length === 1 && expected.length === 1) return cellDifference(own, { wanted, names });
  return ordered ? firstDifference(actual, expected) : setDifference(actual, expected);
}

type Rows = readonly (readonly string[])[];

const count = (rows: Rows) => `${rows.length} ${rows.length === 1 ? 'row' : 'rows'}`;
const show = (row: readonly string[] | undefined) => (row ? `(${row.join(', ')})` : 'no row');

/** The columns in which a single row differs from the expected one. */
function cellDifference(
  own: readonly string[],
  { wanted, names }: { readonly wanted: readonly string[]; readonly names: readonly string[] },
): string {
  const nameOf = (at: number) => (names.length === 1 ? '' : ` in column ${at + 1} (${names[at]})`);
  return wanted
    .flatMap((cell, at) => (cell === own[at] ? [] : [`Expected ${cell}${nameOf(at)}, found ${own[at]}.`]))
    .join(' ');
}

function firstDifference(actual: Rows, expected: Rows): string {
  const at = Array.from({ length: Math.max(actual.length, expected.length) }, (_, index) => index).find(
    (index) => show(actual[index]) !== show(expected[index]),
  );
  if (at === undefined) return '';
  const counts =
    actual.length === expected.length ? '' : ` Expected ${count(expected)} in all, found ${actual.length}.`;
  return `Row ${at + 1}: expected ${show(expected[at])}, found ${show(actual[at])}.${counts}`;
}

function setDifference(actual: Rows, expected: Rows): string {
  const left = expected.map(show);
  const surplus = actual.map(show).filter((row) => {
    const at = left.indexOf(row);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
  if (left.length === 0 && surplus.length === 0) return '';
  const some = (rows: readonly string[]) =>
    `${rows.slice(0, 3).join(' ')}${rows.length > 3 ? ` and ${rows.length - 3} more` : ''}`;
  if (expected.length === 0) return `Expected no row, found ${actual.length}: ${some(surplus)}.`;
  return [
    `Expected ${count(expected)}, found ${actual.length}.`,
    ...(left.length > 0 ? [`Missing: ${some(left)}.`] : []),
    ...(surplus.length > 0 ? [`Not expected: ${some(surplus)}.`] : []),
  ].join(' ');
}

function expectedText(cell: Cell, column: Column | undefined): string {
  if (cell === null) return 'NULL';
  if (typeof cell === 'boolean') return cell ? 't' : 'f';
  return column && isNumeric(column) ? plainNumber(String(cell)) : String(cell);
}

function actualText(value: string | null, column: Column | undefined): string {
  if (value === null) return 'NULL';
  return column && isNumeric(column) ? plainNumber(value) : value;
}

/** 2.50 and 2.5 are the same number. */
const plainNumber = (text: string) => (/^-?\d+\.\d*$/u.test(text) ? text.replace(/\.?0+$/u, '') : text);
