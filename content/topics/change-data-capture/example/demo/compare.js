// What a poller of updated_at sees, and what the log contains.
import pg from 'pg';
import { setTimeout as sleep } from 'node:timers/promises';
import { startDatabase } from '../dev/database.js';
import { follow, takeSnapshot } from '../src/capture.js';
import { Copy } from '../src/copy.js';

const database = await startDatabase();
const client = new pg.Client({ connectionString: database.url });
await client.connect();
await client.query(
  "INSERT INTO plant VALUES (1, 'Fern', 'A'), (2, 'Lily', 'B')",
);

const copy = new Copy();
await takeSnapshot(copy, database.url);
const apply = copy.apply.bind(copy);
copy.apply = (changes, lsn) => {
  for (const { tag, new: row, key } of changes)
    console.log(
      'log:   ',
      tag,
      Object.values(row ?? key)
        .slice(0, 3)
        .join(' '),
    );
  apply(changes, lsn);
};
const { done, stop } = follow(copy, database.url);

const { rows } = await client.query('SELECT now() AS last');
await client.query("INSERT INTO plant VALUES (3, 'Palm', 'A')");
await client.query(
  "UPDATE plant SET bed = 'B', updated_at = now() WHERE id = 3",
);
await client.query(
  "UPDATE plant SET bed = 'C', updated_at = now() WHERE id = 3",
);
await client.query('DELETE FROM plant WHERE id = 2');
await client.query("UPDATE plant SET name = 'Tree fern' WHERE id = 1"); // by hand
await sleep(500);
const polled = await client.query('SELECT * FROM plant WHERE updated_at > $1', [
  rows[0].last,
]);
for (const { id, name, bed } of polled.rows)
  console.log('poller:', id, name, bed);
await stop();
await done;
await client.end();
await database.stop();
