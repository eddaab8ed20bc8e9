import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { migrations, run, startDatabase } from '../dev/database.ts';

let server: Awaited<ReturnType<typeof startDatabase>>;
before(async () => {
  server = await startDatabase();
});
after(() => server?.stop());

// #region rename
test('renaming the column keeps the names', async () => {
  const [init = '', rename = ''] = migrations;
  const insert = `INSERT INTO "Tutor" (fullname) VALUES ('Ada Lind')`;
  const rows = await run(server.url, [
    init,
    insert,
    rename,
    'SELECT name FROM "Tutor"',
  ]);
  assert.deepEqual(rows, [{ name: 'Ada Lind' }]);
});
// #endregion rename
