import pg from 'pg';
import { startDatabase } from '../dev/database.js';

const { target, admin, stop } = await startDatabase();
const credentials = { user: 'parcels_a', password: 'first' };
const pool = new pg.Pool({ ...target, ...credentials, max: 5 });
const query = () => pool.query('SELECT count(*) FROM parcel');

async function show(when, count) {
  const results = await Promise.allSettled(
    Array.from({ length: count }, query),
  );
  const failed = results.filter(({ status }) => status === 'rejected');
  const reason = failed[0]?.reason.message ?? '';
  console.log(when.padEnd(30), `${failed.length} of ${count} failed`, reason);
}
await show('before', 1);
await admin.query(`ALTER ROLE parcels_a PASSWORD 'second'`);
await show('after, a quiet afternoon', 1);
await show('after, five at the same time', 5);

await pool.end();
await stop();
