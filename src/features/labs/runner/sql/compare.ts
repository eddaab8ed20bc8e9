import type { Cell } from '../../content/lab-schema.ts';
import { isNumeric } from './print.ts';
import type { Column, StatementResult } from './session.ts';

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

/** Of one row that is to be another: the columns that differ. */
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
