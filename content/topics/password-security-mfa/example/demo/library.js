import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { PGlite } from '@electric-sql/pglite';

const schema = readFileSync(new URL('../schema.sql', import.meta.url), 'utf8');

/** A database with members from the old system: unsalted MD5. */
export async function openLibrary(count) {
  const db = await PGlite.create();
  await db.exec(schema);
  for (let id = 1; id <= count; id++) {
    const md5 = createHash('md5').update(`old password ${id}`).digest('hex');
    await db.query('INSERT INTO member VALUES ($1, $2, $3)', [
      id,
      `member${id}@mail.example`,
      `md5:${md5}`,
    ]);
  }
  return db;
}
