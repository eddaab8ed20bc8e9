import type { Output } from '../output.ts';
import { installConsole } from './console.ts';
import { Request, Response } from './http.ts';
import type { Pending } from './pending.ts';
import { Buffer } from './shims/buffer.ts';

/** The globals of a program: the browser's, and those of Node.js that mean something here. */
export function installGlobals(output: Output, pending: Pending): void {
  pending.install();
  installConsole(output);
  const noNetwork = () => Promise.reject(new TypeError('fetch failed: code in the page has no network.'));
  const write = (text: unknown) => {
    output.write(String(text));
    return true;
  };
  const started = performance.now();
  const hrtime = Object.assign(
    () => [Math.floor(performance.now() / 1000), Math.floor((performance.now() % 1000) * 1e6)],
    { bigint: () => BigInt(Math.round(performance.now() * 1e6)) },
  );
  const process = {
    argv: ['node', 'main.js'],
    env: {},
    exitCode: undefined,
    platform: 'browser',
    hrtime,
    // Node.js runs these before the callbacks of promises, and here they wait in line with them.
    nextTick: (run: (...given: unknown[]) => void, ...given: unknown[]) => queueMicrotask(() => run(...given)),
    uptime: () => (performance.now() - started) / 1000,
    stdout: { write, isTTY: false },
    stderr: { write, isTTY: false },
  };
  const define = (name: string, value: unknown) =>
    Object.defineProperty(globalThis, name, { value, writable: true, configurable: true });
  for (const [name, value] of Object.entries({ process, Buffer, Request, Response, fetch: noNetwork }))
    define(name, value);
}
