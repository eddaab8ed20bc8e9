/** The engine of SQL: PostgreSQL as WebAssembly, from the files of an empty database. */
import { PGlite } from '@electric-sql/pglite';
import { limitMemory } from '../runner/snapshot.ts';
import { openSqlEngine } from '../runner/sql/run.ts';
import { SqlSession } from '../runner/sql/session.ts';
import { openOnPort } from './browser-port.ts';

// PGlite begins to load its program before it looks at what it was given.
globalThis.fetch = async () => new Response();

limitMemory();

openOnPort(async (post, { wasm, blobs }) => {
  const { files, database } = blobs;
  if (!wasm || !files || !database) throw new Error('The engine of SQL needs its program, its files and a database.');
  const postgres = await PGlite.create({ pgliteWasmModule: wasm, fsBundle: files, loadDataDir: database });
  const session = new SqlSession(postgres);
  await session.keep();
  return openSqlEngine(post, session);
});
