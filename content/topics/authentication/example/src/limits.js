import { randomUUID } from 'node:crypto';

// #region limits
const windowMinutes = 15;

/**
 * How many failed attempts each of these may have in a quarter of an hour: one
 * network at one account, one account from anywhere, one network anywhere.
 */
const limitsFor = (account, network) => ({
  [`${account} from ${network}`]: 5,
  [account]: 50,
  [network]: 100,
});

/**
 * Counts an attempt before it's made, so that a thousand at the same moment
 * don't all slip through. Returns undefined if there were too many already.
 */
export async function beginAttempt(db, account, network) {
  const id = randomUUID();
  const limits = limitsFor(account, network);
  await db.query(
    'INSERT INTO attempts SELECT $1, key, now() FROM unnest($2::text[]) AS key',
    [id, Object.keys(limits)],
  );
  const { rows } = await db.query(
    `SELECT key, count(*)::int FROM attempts
     WHERE key = ANY($1) AND at > now() - $2 * interval '1 minute'
     GROUP BY key`,
    [Object.keys(limits), windowMinutes],
  );
  const isAllowed = rows.every(({ key, count }) => count <= limits[key]);
  if (isAllowed) return id;
  await forgetAttempt(db, id); // refused, so it doesn't make things worse
}

/** Only failures stay counted. */
export async function forgetAttempt(db, id) {
  await db.query('DELETE FROM attempts WHERE id = $1', [id]);
}
// #endregion limits
