import { formatWithOptions } from 'node-inspect-extracted';
import type { Output } from '../output.ts';
import { tableText } from './console-table.ts';

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
