import { startDatabase } from '../dev/database.js';
import { asTenant, tenantTransaction } from '../src/tenant.js';

const { app, owner, stop } = await startDatabase();

async function attempt(label, sql) {
  try {
    const { command, rowCount, rows } = await asTenant(12, () =>
      tenantTransaction(app, (client) => client.query(sql)),
    );
    console.log(label, `${command} ${rowCount}`, JSON.stringify(rows));
  } catch (error) {
    console.log(label, error.message);
  }
}

// #region reach
await attempt('read all:', 'SELECT choir_id, name FROM singer');
await attempt('read one:', 'SELECT name FROM singer WHERE id = 2');
await attempt('change:', "UPDATE singer SET name = 'X' WHERE id = 2");
await attempt('move:', 'UPDATE singer SET choir_id = 21');
await attempt('link:', 'INSERT INTO lineup VALUES (12, 1, 2)');
await attempt(
  'email:',
  "INSERT INTO singer (name, email) VALUES ('C', 'carlo@example.com')",
);
await app
  .query('SELECT * FROM singer')
  .catch((error) => console.log('no tenant:', error.message));
// #endregion reach
const { rows } = await owner.query(
  'SELECT choir_id, name FROM singer ORDER BY id',
);
console.log('the owner:', JSON.stringify(rows));
await stop();
