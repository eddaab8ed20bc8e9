import { inspect } from 'node-inspect-extracted';

const indexName = '(index)';
const valuesName = 'Values';

/** A table as Node's `console.table` draws it; undefined for what is no table. */
export function tableText(data: unknown, only?: readonly string[]): string | undefined {
  if (typeof data !== 'object' || data === null) return undefined;
  const rows = Object.entries(data).map(([key, row]) => cellsOf(key, row));
  const found = rows.flatMap((row) => [...row.keys()]).filter((name) => name !== indexName && name !== valuesName);
  const values = rows.some((row) => row.has(valuesName)) ? [valuesName] : [];
  const columns = [indexName, ...new Set(only ?? found), ...values];
  return draw(
    columns,
    rows.map((row) => columns.map((name) => row.get(name) ?? '')),
  );
}

function cellsOf(key: string, row: unknown): ReadonlyMap<string, string> {
  const cells = new Map([[indexName, key]]);
  if (typeof row !== 'object' || row === null) return cells.set(valuesName, show(row));
  for (const [name, value] of Object.entries(row)) cells.set(name, show(value));
  return cells;
}

const show = (value: unknown) => inspect(value, { depth: 0, maxArrayLength: 3, breakLength: Number.POSITIVE_INFINITY });

function draw(columns: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = columns.map((name, at) => Math.max(name.length, ...rows.map((row) => row[at]?.length ?? 0)) + 2);
  const line = (cells: readonly string[]) =>
    `│${cells.map((cell, at) => ` ${cell}`.padEnd(widths[at] ?? 0)).join('│')}│`;
  const rule = (left: string, middle: string, right: string) =>
    left + widths.map((width) => '─'.repeat(width)).join(middle) + right;
  return [rule('┌', '┬', '┐'), line(columns), rule('├', '┼', '┤'), ...rows.map(line), rule('└', '┴', '┘')].join('\n');
}
