/** The engine of SQL in a thread of Node.js. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parentPort } from 'node:worker_threads';
import { PGlite } from '@electric-sql/pglite';
import { emptyDatabase } from '../empty-database.ts';
import type { Job, WorkerMessage } from '../runner/protocol.ts';
import { limitMemory } from '../runner/snapshot.ts';
import { openSqlEngine } from '../runner/sql/run.ts';
import { SqlSession } from '../runner/sql/session.ts';

const port = parentPort;
if (!port) throw new Error('sql.node.ts runs as a worker.');
limitMemory();
const loadDataDir = new Blob([readFileSync(await emptyDatabase(resolve('.cache/labs')))]);
const database = await PGlite.create({ loadDataDir });
const session = new SqlSession(database);
await session.keep();
const run = openSqlEngine((message: WorkerMessage) => port.postMessage(message), session);
port.on('message', (job: Job) => void run(job));
port.postMessage({ type: 'ready' });
