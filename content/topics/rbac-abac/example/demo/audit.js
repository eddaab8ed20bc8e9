import { audit, openTown } from '../src/town.js';

const db = await openTown();
const { rows } = await db.query(
  `SELECT person, string_agg(permission, ', ' ORDER BY permission) AS may
   FROM effective GROUP BY person ORDER BY person`,
);
for (const { person, may } of rows) console.log(person.padEnd(6), may);
console.log('enters and approves:', (await db.query(audit)).rows);
