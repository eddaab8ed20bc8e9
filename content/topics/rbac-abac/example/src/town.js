import { readFileSync } from 'node:fs';
import { PGlite } from '@electric-sql/pglite';

const read = (name) =>
  readFileSync(new URL(`../${name}`, import.meta.url), 'utf8');
export const audit = read('audit.sql');

/** A database with the town's roles and people. */
export async function openTown() {
  const db = await PGlite.create();
  await db.exec(read('schema.sql'));
  await db.exec(read('data.sql'));
  return db;
}

export const weber = { id: 'weber', department: 'roads', limit: 10_000 };
export const okoye = { id: 'okoye', department: 'treasury', limit: 50_000 };
export const lind = { id: 'lind', department: 'roads', limit: 10_000 };
export const bridge = {
  id: 'bridge',
  department: 'roads',
  amount: 8_000,
  editors: ['lind'],
  year: 2026,
};
