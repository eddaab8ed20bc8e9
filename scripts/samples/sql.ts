import { PGlite } from '@electric-sql/pglite';
import { printResult } from '#features/labs/runner/sql/print.ts';
import { SqlSession as Session } from '#features/labs/runner/sql/session.ts';
import { splitStatements } from '#features/labs/runner/sql/split.ts';
import { emptyDatabase } from './empty-database.ts';
import type { Run } from './runners.ts';

/** A PostgreSQL session that prints as psql does, and as the same code does in the page. */
export interface SqlSession {
  run(sql: string): Promise<Run>;
  close(): Promise<void>;
}

/** Opens an empty database in memory. Statements of one session see each other's effects. */
export async function openSqlSession(): Promise<SqlSession> {
  const database = await PGlite.create({ loadDataDir: await emptyDatabase() });
  const session = new Session(database);
  return {
    async run(sql) {
      const printed: string[] = [];
      for (const { text } of splitStatements(sql)) {
        const result = await session.send(text);
        const shown = printResult({ ...result, notices: [] }, { withTags: false });
        printed.push(...(shown === '' ? [] : [shown]), ...(result.error ? [`ERROR:  ${result.error.message}`] : []));
      }
      return { ok: true, output: printed.join('\n\n') };
    },
    close: () => database.close(),
  };
}
