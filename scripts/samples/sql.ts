import { PGlite, types } from '@electric-sql/pglite';
import { emptyDatabase } from './empty-database.ts';
import type { Run } from './runners.ts';

/** A PostgreSQL session that prints as psql does. */
export interface SqlSession {
  run(sql: string): Promise<Run>;
  close(): Promise<void>;
}

/** Opens an empty database in memory. Statements of one session see each other's effects. */
export async function openSqlSession(): Promise<SqlSession> {
  const database = await PGlite.create({ loadDataDir: await emptyDatabase() });
  return {
    async run(sql) {
      const printed: string[] = [];
      for (const statement of splitStatements(sql)) {
        try {
          const { rows, fields } = await database.query<string[]>(statement, [], { rowMode: 'array', parsers: asText });
          if (fields.length > 0) printed.push(table(fields, rows));
        } catch (error) {
          printed.push(`ERROR:  ${(error as Error).message}`);
        }
      }
      return { ok: true, output: printed.join('\n\n') };
    },
    close: () => database.close(),
  };
}

const asText = Object.fromEntries(Object.values(types).map((oid) => [oid, (value: string) => value]));

const numeric = new Set<number>([
  types.INT2,
  types.INT4,
  types.INT8,
  types.FLOAT4,
  types.FLOAT8,
  types.NUMERIC,
  types.OID,
]);

/** psql's aligned format: centred names, numbers to the right, a count of rows below. */
function table(fields: readonly { name: string; dataTypeID: number }[], rows: readonly (string | null)[][]): string {
  const text = rows.map((row) => row.map((value) => (value === null ? '' : showBoolean(value))));
  const widths = fields.map((field, column) =>
    Math.max(field.name.length, ...text.map((row) => row[column]?.length ?? 0)),
  );
  const name = (value: string, width: number) => {
    const left = Math.floor((width - value.length) / 2);
    return ' '.repeat(left) + value.padEnd(width - left);
  };
  const cell = (value: string, column: number) =>
    numeric.has(fields[column]?.dataTypeID ?? 0)
      ? value.padStart(widths[column] ?? 0)
      : value.padEnd(widths[column] ?? 0);
  const line = (cells: string[]) => ` ${cells.join(' | ')}`.trimEnd();
  return [
    line(fields.map((field, column) => name(field.name, widths[column] ?? 0))),
    widths.map((width) => '-'.repeat(width + 2)).join('+'),
    ...text.map((row) => line(row.map(cell))),
    `(${rows.length} ${rows.length === 1 ? 'row' : 'rows'})`,
  ].join('\n');
}

const showBoolean = (value: unknown) => (value === true ? 't' : value === false ? 'f' : String(value));

/** Cuts a script at the semicolons outside quotes, dollar quotes and comments. */
export function splitStatements(sql: string): string[] {
  const token =
    /\b[eE]'(?:[^'\\]|''|\\[\s\S])*'|'(?:[^']|'')*'|"[^"]*"|\$(\w*)\$[\s\S]*?\$\1\$|--[^\n]*|\/\*[\s\S]*?\*\/|;|(?:(?!\b[eE]')[^;'"$\-/])+|[\s\S]/gu;
  const statements: string[] = [];
  let current = '';
  for (const [part] of sql.matchAll(token)) {
    if (part === ';') {
      statements.push(current);
      current = '';
    } else current += part.startsWith('--') ? ' ' : part;
  }
  return [...statements, current].map((statement) => statement.trim()).filter((statement) => statement !== '');
}
