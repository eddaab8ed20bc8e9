import type { Column, SqlError, StatementResult } from './session.ts';
import type { Statement } from './split.ts';

/** smallint, integer, bigint, real, double precision, numeric and oid are aligned right, as in psql. */
const numericTypes: ReadonlySet<number> = new Set([21, 23, 20, 700, 701, 1700, 26]);

export const isNumeric = ({ type }: Column) => numericTypes.has(type);

/** What psql prints for a statement. Quiet, it leaves out notices and tags such as `INSERT 0 2`. */
export function printResult(result: StatementResult, { quiet }: { quiet: boolean }): string {
  const { columns, rows, tag, notices, error } = result;
  // A query that fails halfway has already named its columns.
  const shown = error ? [] : columns.length > 0 ? [table(columns, rows)] : quiet || tag === '' ? [] : [tag];
  return [...(quiet ? [] : notices), ...shown].join('\n');
}

/** An error with the line of the script that it points at. */
export function printError(error: SqlError, { script, statement }: { script: string; statement: Statement }): string {
  const { line, column } = errorPlace(error, { script, statement });
  const shown = script.split('\n')[line - 1] ?? '';
  const lead = `LINE ${line}: `;
  return [
    `ERROR:  ${error.message}`,
    ...(error.position === undefined ? [] : [`${lead}${shown}`, `${' '.repeat(lead.length + column - 1)}^`]),
    ...(error.detail === undefined ? [] : [`DETAIL:  ${error.detail}`]),
    ...(error.hint === undefined ? [] : [`HINT:  ${error.hint}`]),
  ].join('\n');
}

/** Line and column in the script; without a position, those of the statement. */
export function errorPlace(
  { position = 1 }: Partial<Pick<SqlError, 'position'>>,
  { script, statement }: { script: string; statement: Statement },
) {
  // PostgreSQL counts characters, JavaScript counts UTF-16 units.
  const before = script.slice(0, statement.offset) + [...statement.text].slice(0, position - 1).join('');
  const lines = before.split('\n');
  return { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 };
}

/** The most rows that are printed, and the most characters of one value: the whole output has to fit its limit. */
const max = { rows: 1000, characters: 10_000 };

/** psql's aligned format: names centered, numbers to the right, the number of rows below. */
function table(columns: readonly Column[], rows: StatementResult['rows']): string {
  const cells = rows.slice(0, max.rows).map((row) => row.map((value) => shortened(value ?? '')));
  const widths = columns.map(({ name }, at) =>
    cells
      .flatMap((row) => (row[at] ?? '').split('\n'))
      .reduce((width, { length }) => Math.max(width, length), name.length),
  );
  const widthOf = (at: number) => widths[at] ?? 0;
  const centered = (name: string, width: number) => {
    const left = Math.floor((width - name.length) / 2);
    return ' '.repeat(left) + name.padEnd(width - left);
  };
  const line = (parts: readonly string[]) => ` ${parts.join(' | ')}`.trimEnd();
  return [
    line(columns.map(({ name }, at) => centered(name, widthOf(at)))),
    widths.map((width) => '-'.repeat(width + 2)).join('+'),
    ...cells.map((row) =>
      line(
        columns.map((column, at) =>
          isNumeric(column) ? (row[at] ?? '').padStart(widthOf(at)) : (row[at] ?? '').padEnd(widthOf(at)),
        ),
      ),
    ),
    ...(rows.length > cells.length ? [`… ${rows.length - cells.length} more rows are not shown.`] : []),
    `(${rows.length} ${rows.length === 1 ? 'row' : 'rows'})`,
  ].join('\n');
}

const shortened = (value: string) =>
  value.length > max.characters ? `${value.slice(0, max.characters)}… (${value.length} characters)` : value;
