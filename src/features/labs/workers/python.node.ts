/** The engine of Python in a thread of Node.js. */
import { readFileSync } from 'node:fs';
import { parentPort } from 'node:worker_threads';
import { loadPyodide } from 'pyodide';
import type { Job, WorkerMessage } from '../runner/protocol.ts';
import { interpreterOptions, openPythonEngine } from '../runner/python/engine.ts';

const port = parentPort;
if (!port) throw new Error('python.node.ts runs as a worker.');
const python = await loadPyodide(interpreterOptions);
const program = readFileSync(new URL('../runner/python/lab_engine.py', import.meta.url), 'utf8');
const run = openPythonEngine((message: WorkerMessage) => port.postMessage(message), { python, program });
port.on('message', (job: Job) => run(job));
port.postMessage({ type: 'ready' });
