import { loose, strict } from './shims/assert.ts';
import { Buffer } from './shims/buffer.ts';
import * as cryptoModule from './shims/crypto.ts';
import { EventEmitter, on, once } from './shims/events.ts';
import * as timersPromises from './shims/timers-promises.ts';
import * as util from './shims/util.ts';

type Exports = Readonly<Record<string, unknown>>;

const { scrypt_: scrypt, ...cryptoNames } = cryptoModule;

/** The modules of Node.js that programs may import here, by name without `node:`. */
const modules: Readonly<Record<string, () => Exports>> = {
  assert: () => ({ default: loose, ...loose, strict }),
  'assert/strict': () => ({ default: strict, ...strict }),
  buffer: () => ({ Buffer, Blob, atob, btoa }),
  crypto: () => ({ ...cryptoNames, scrypt, webcrypto: globalThis.crypto, subtle: globalThis.crypto.subtle }),
  events: () => ({ default: EventEmitter, EventEmitter, once, on }),
  perf_hooks: () => ({ performance }),
  process: () => ({ default: process, ...process }),
  timers: () => ({ setTimeout, clearTimeout, setInterval, clearInterval, setImmediate, clearImmediate }),
  'timers/promises': () => timersPromises,
  url: () => ({ URL, URLSearchParams }),
  util: () => ({ ...util }),
};

/** What a program may import from a module of Node.js, or undefined when it may not import it. */
export function builtinNames(name: string): readonly string[] | undefined {
  const key = name.replace(/^node:/u, '');
  return Object.hasOwn(modules, key) ? Object.keys(modules[key]?.() ?? {}) : undefined;
}

/** Where modules that are made from text find the values to export. */
const globalKey = 'wayline:builtins';

/** The text of a module that exports what the builtin does, or undefined when there is none of that name. */
export function builtinSource(name: string): string | undefined {
  const key = name.replace(/^node:/u, '');
  const exported = Object.hasOwn(modules, key) ? modules[key]?.() : undefined;
  if (!exported) return undefined;
  const place = globalThis as unknown as Record<string, Record<string, Exports> | undefined>;
  place[globalKey] = { ...place[globalKey], [key]: { default: exported, ...exported } };
  const names = Object.keys(exported).filter((each) => /^[A-Za-z_$][\w$]*$/u.test(each) && each !== 'default');
  const from = `globalThis[${JSON.stringify(globalKey)}][${JSON.stringify(key)}]`;
  return [
    `const m = ${from};`,
    'export default m.default;',
    ...names.map((each, at) => `const e${at} = m[${JSON.stringify(each)}];\nexport { e${at} as ${each} };`),
  ].join('\n');
}
