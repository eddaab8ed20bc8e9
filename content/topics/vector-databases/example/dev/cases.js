// Vectors in blurred groups, as real embeddings form them.
import { PGlite } from '@electric-sql/pglite';
import { vector } from '@electric-sql/pglite-pgvector';
import { readFileSync } from 'node:fs';

export const MODEL = 'toy-1';
const SIZE = 16;

function generator(seed) {
  return () => {
    seed = (seed + 0x6d2b79f5) | 0; // mulberry32: the same numbers on each run
    let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const random = generator(7);
const blur = (center) =>
  center.map((x) => x + random() + random() + random() - 1.5);
const themes = Array.from({ length: 30 }, () => blur(Array(SIZE).fill(0)));
const some = () => blur(themes[Math.floor(random() * themes.length)]);

/** 6,000 cases; tenant 1 has one in a hundred, tenant 0 the others. */
export async function openCases() {
  const db = await PGlite.create({ extensions: { vector } });
  await db.exec(
    readFileSync(new URL('../src/schema.sql', import.meta.url), 'utf8'),
  );
  const rows = Array.from({ length: 6000 }, (_, id) => ({
    id,
    tenant: id % 100 === 0 ? 1 : 0,
    model: MODEL,
    embedding: JSON.stringify(some()),
  }));
  await db.query(
    `INSERT INTO help_case
     SELECT id, tenant, model, embedding::vector
     FROM jsonb_to_recordset($1)
       AS c (id int, tenant int, model text, embedding text)`,
    [JSON.stringify(rows)],
  );
  await db.exec('ANALYZE help_case');
  return db;
}

export const queries = (more) =>
  Array.from({ length: 50 }, () => ({
    embedding: some(),
    model: MODEL,
    tenant: 0,
    ...more,
  }));
