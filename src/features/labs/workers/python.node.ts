/** The engine of Python in a thread of Node.js. */
import { readFileSync } from 'node:fs';
import { parentPort } from 'node:worker_threads';
import { loadPyodide } from 'pyodide';
import type { Job, WorkerMessage } from '../runner/protocol.ts';
import { type Interpreter, interpreterOptions, openPythonEngine, stopFinalizers } from '../runner/python/engine.ts';
import { limitMemory } from '../runner/snapshot.ts';

const port = parentPort;
if (!port) throw new Error('python.node.ts runs as a worker.');
stopFinalizers();
limitMemory();
const python = (await loadPyodide(interpreterOptions)) as unknown as Interpreter;
const program = readFileSync(new URL('../runner/python/lab_engine.py', import.meta.url), 'utf8');
const run = openPythonEngine((message: WorkerMessage) => port.postMessage(message), { python, program });
port.on('message', (job: Job) => run(job));
port.postMessage({ type: 'ready' });
