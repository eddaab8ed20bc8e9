import { randomBytes } from 'node:crypto';
import pg from 'pg';

const other = { parcels_a: 'parcels_b', parcels_b: 'parcels_a' };
const quote = pg.escapeLiteral;

// #region switch
/** Steps 1 and 2. Can be repeated after a crash at any point. */
export async function switchUser(admin, store, target) {
  const current = await store.read('current');
  let next = await store.read('pending');
  if (!next) {
    await mustBeRetired(admin, other[current.user]);
    const password = randomBytes(24).toString('base64url');
    next = { user: other[current.user], password };
    await store.write('pending', next);
  }
  if (next.user !== current.user) {
    await admin.query(
      `ALTER ROLE ${next.user} LOGIN PASSWORD ${quote(next.password)}`,
    );
    await tryOut(target, next);
    await store.write('previous', current);
    await store.write('current', next);
  }
  await store.write('pending', undefined);
}
// #endregion switch

async function mustBeRetired(admin, user) {
  const { rows } = await admin.query(
    'SELECT FROM pg_roles WHERE rolname = $1 AND rolcanlogin',
    [user],
  );
  if (rows.length > 0) throw new Error(`${user}: finish the last rotation`);
}

async function tryOut(target, credentials) {
  const client = new pg.Client({ ...target, ...credentials });
  try {
    await client.connect();
    await client.query('SELECT FROM parcel LIMIT 1');
  } finally {
    await client.end();
  }
}

// #region retire
/** Step 3: who still uses the old user? */
export async function uses(admin, user) {
  const { rows } = await admin.query(
    `SELECT application_name, client_addr, backend_start
     FROM pg_stat_activity WHERE usename = $1`,
    [user],
  );
  return rows;
}

/** Step 4. */
export async function retire(admin, store) {
  const current = await store.read('current');
  const old = other[current.user];
  const stillThere = await uses(admin, old);
  if (stillThere.length > 0) throw new Error(`${old} is still in use`);
  await store.write('pending', undefined); // if step 2 died just before its end
  await store.write('previous', undefined);
  await admin.query(`ALTER ROLE ${old} NOLOGIN PASSWORD NULL`);
}
// #endregion retire

/** Undoes steps 1 and 2. After step 2, wait again and retire the new user. */
export async function goBack(admin, store) {
  const current = await store.read('current');
  const pending = await store.read('pending');
  const previous = await store.read('previous');
  await store.write('pending', undefined);
  if (pending && pending.user !== current.user) {
    await admin.query(`ALTER ROLE ${pending.user} NOLOGIN PASSWORD NULL`);
  } else if (previous) {
    await store.write('current', previous);
  }
}
