/** The engine of Python: CPython as WebAssembly, without packages and without a way to JavaScript. */
import { loadPyodide, type PyodideConfig } from 'pyodide';
import { type Interpreter, interpreterOptions, openPythonEngine, stopFinalizers } from '../runner/python/engine.ts';
import program from '../runner/python/lab_engine.py?raw';
import { limitMemory } from '../runner/snapshot.ts';
import { openOnPort } from './browser-port.ts';

/** Never asked over a network: requests for it are answered with what the worker was given. */
const place = 'https://python.invalid/';

type CreateModule = NonNullable<PyodideConfig['createPyodideModule']>;

openOnPort(async (post, { wasm, blobs }) => {
  const { glue, library } = blobs;
  if (!wasm || !glue || !library) throw new Error('The engine of Python needs its program, its glue and its library.');
  // Pyodide asks for two files by their addresses and compiles one of them. It gets what is there already.
  globalThis.fetch = async (address) =>
    new Response(String(address).endsWith('.zip') ? await library.arrayBuffer() : null);
  WebAssembly.instantiateStreaming = async (_source, imports) => ({
    instance: await WebAssembly.instantiate(wasm, imports),
    module: wasm,
  });
  const address = URL.createObjectURL(new Blob([glue], { type: 'text/javascript' }));
  const { default: createPyodideModule } = (await import(/* @vite-ignore */ address)) as { default: CreateModule };
  stopFinalizers();
  limitMemory();
  const python = (await loadPyodide({
    ...interpreterOptions,
    indexURL: place,
    lockFileContents: emptyLock,
    packageBaseUrl: place,
    createPyodideModule,
  })) as unknown as Interpreter;
  return openPythonEngine(post, { python, program });
});

/** The list of packages, which has none. */
const emptyLock = JSON.stringify({
  lockfile_version: '1.0',
  info: { arch: 'wasm32', platform: 'emscripten', version: '314.0.7', python: '3.14.0', abi_version: '2026_0' },
  packages: {},
});
