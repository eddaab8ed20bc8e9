import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { runner } from 'node-pg-migrate';

const directory = join(import.meta.dirname, '..', 'migrations');
const LOCK_NOT_AVAILABLE = '55P03';

// #region migrate
export async function migrate(
  url,
  { count, tries = 20, dir = directory } = {},
) {
  for (let n = 1; ; n++) {
    try {
      const done = await runner({
        databaseUrl: url,
        dir,
        direction: 'up',
        migrationsTable: 'schema_migration',
        singleTransaction: false,
        count,
        log: () => {},
      });
      return done.map(({ name }) => name);
    } catch (error) {
      if (error.code !== LOCK_NOT_AVAILABLE || n === tries) throw error;
      await sleep(500 + Math.random() * 500);
    }
  }
}
// #endregion migrate
