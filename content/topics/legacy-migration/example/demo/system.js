import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { comparer } from '../src/compare.js';
import { openDatabase, runSql, transaction } from '../src/database.js';
import { copy } from '../src/move.js';
import { newService } from '../src/new-service.js';
import { oldPortal } from '../src/old-portal.js';
import { proxy } from '../src/proxy.js';
import { newSide, oldSide } from '../src/sides.js';

// Meters 1001 to 1280 have twelve monthly readings, 1281 to 1300 none yet.
// The counters of every 30th meter roll over during the year.
function fill(db) {
  const insert = db.prepare('INSERT INTO MTR_RD VALUES (?, ?, ?)');
  for (let meter = 1001; meter <= 1280; meter += 1) {
    const start = meter % 30 === 0 ? 98_500 : 10_000 + meter;
    for (let month = 1; month <= 12; month += 1) {
      const date = `2025${String(month).padStart(2, '0')}01`;
      insert.run(String(meter), date, (start + month * 250) % 100_000);
    }
  }
}

export async function startSystem({ usage, settle, share = 0 } = {}) {
  const dir = mkdtempSync(join(tmpdir(), 'move-'));
  const [oldDb, newDb] = ['old.db', 'new.db'].map((name) =>
    openDatabase(join(dir, name)),
  );
  runSql(oldDb, 'old');
  transaction(oldDb, () => fill(oldDb));
  runSql(oldDb, 'old-move');
  runSql(newDb, 'new');
  runSql(newDb, 'new-move');
  const sides = { old: oldSide(oldDb), fresh: newSide(newDb) };
  copy(sides.old, sides.fresh);

  const apps = [oldPortal(oldDb), newService(newDb, { usage })];
  const [old, fresh] = await Promise.all(
    apps.map((app) => app.listen({ port: 0 })),
  );
  const slice = { to: 'old', paused: false, share };
  const results = comparer({ old, fresh, settle });
  const front = await proxy({
    old,
    fresh,
    slice: () => slice,
    compare: results.compare,
  });
  const url = await front.listen({ port: 0 });

  return {
    ...sides,
    ...results,
    dir,
    oldDb,
    newDb,
    apps,
    urls: { old, fresh },
    url,
    slice,
    async stop() {
      await front.close();
      await Promise.all(apps.map((app) => app.close()));
      oldDb.close();
      newDb.close();
      rmSync(dir, { recursive: true });
    },
  };
}
