import { formatWithOptions, inspect } from 'node-inspect-extracted';
import type { Output } from '../output.ts';

/** Replaces the console by one that prints as Node's does, without colors. */
export function installConsole(output: Output): void {
  let indent = '';
  const counts = new Map<string, number>();
  const timers = new Map<string, number>();
  const print = (...args: unknown[]) => {
    const text = formatWithOptions({ colors: false }, ...args);
    output.write(`${indent}${indent === '' ? text : text.replaceAll('\n', `\n${indent}`)}\n`);
  };
  const elapsed = (label: string) => {
    const milliseconds = performance.now() - (timers.get(label) ?? performance.now());
    return `${label}: ${milliseconds >= 1000 ? `${(milliseconds / 1000).toFixed(3)}s` : `${milliseconds.toFixed(3)}ms`}`;
  };
  const deeper = (...args: unknown[]) => {
    if (args.length > 0) print(...args);
    indent += '  ';
  };
  Object.assign(console, {
    log: print,
    info: print,
    debug: print,
    warn: print,
    error: print,
    trace: (...args: unknown[]) => print('Trace:', ...args),
    dir: (value: unknown, options: object = {}) =>
      output.write(`${formatWithOptions({ colors: false, ...options }, '%O', value)}\n`),
    assert: (condition: unknown, ...args: unknown[]) => {
      if (!condition) print(...(args.length > 0 ? ['Assertion failed:', ...args] : ['Assertion failed']));
    },
    table: (data: unknown, columns?: readonly string[]) => print(tableText(data, columns) ?? data),
    group: deeper,
    groupCollapsed: deeper,
    groupEnd: () => {
      indent = indent.slice(2);
    },
    count: (label = 'default') => {
      counts.set(label, (counts.get(label) ?? 0) + 1);
      print(`${label}: ${counts.get(label)}`);
    },
    countReset: (label = 'default') => counts.delete(label),
    time: (label = 'default') => timers.set(label, performance.now()),
    timeLog: (label = 'default') => print(elapsed(label)),
    timeEnd: (label = 'default') => {
      print(elapsed(label));
      timers.delete(label);
    },
    clear: () => {},
  });
}

const indexName = '(index)';
const valuesName = 'Values';

/** A table as Node's `console.table` draws it; undefined for what is no table. */
function tableText(data: unknown, only?: readonly string[]): string | undefined {
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
