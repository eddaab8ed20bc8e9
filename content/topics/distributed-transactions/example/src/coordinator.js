import { randomUUID } from 'node:crypto';
import { finish, prepare } from './participant.js';

// #region decide
/** Whoever writes first decides. Returns what was decided. */
async function decide(log, gid, wanted) {
  await log.pool.query(
    'INSERT INTO decision VALUES ($1, $2) ON CONFLICT (gid) DO NOTHING',
    [gid, wanted],
  );
  const sql = 'SELECT outcome FROM decision WHERE gid = $1';
  const { rows } = await log.pool.query(sql, [gid]);
  return rows[0].outcome;
}
// #endregion decide

// The name in it says whose log decides.
const prefix = (log) => `transfer/${log.name}/`;

// #region transfer
/** Moves units from one bank to another, in both databases or in neither. */
export async function transfer(
  { from, to, log },
  { id, units },
  crashAt = () => {},
) {
  if (!Number.isInteger(units) || units < 1) throw new RangeError('units');
  const gid = `${prefix(log)}${randomUUID()}`;
  const parts = [
    { bank: from, change: -units },
    { bank: to, change: units },
  ].sort((a, b) => (a.bank.name < b.bank.name ? -1 : 1)); // for all the same
  const banks = parts.map(({ bank }) => bank);
  try {
    for (const { bank, change } of parts) {
      await prepare(bank, gid, { id, change });
      await crashAt(`prepared ${bank.name}`);
    }
  } catch (error) {
    if (error.isCrash) throw error;
    await finishAll(banks, gid, await decide(log, gid, 'abort'));
    throw error;
  }
  const outcome = await decide(log, gid, 'commit'); // the commit point
  await crashAt('after the decision');
  await finishAll(banks, gid, outcome, crashAt);
  return outcome;
}

async function finishAll(banks, gid, outcome, crashAt = () => {}) {
  for (const bank of banks) {
    await finish(bank, gid, outcome).catch(() => {}); // recover() repeats it
    await crashAt('between the messages');
  }
}
// #endregion transfer

// #region recover
/** Finishes what this coordinator left behind. Runs every few seconds. */
export async function recover({ banks, log, olderThan = '10 seconds' }) {
  const results = await Promise.allSettled(
    banks.map((bank) => recoverBank(bank, log, olderThan)),
  );
  return {
    finished: results.reduce((sum, { value = 0 }) => sum + value, 0),
    errors: results.flatMap(({ reason }) => reason ?? []),
  };
}

async function recoverBank(bank, log, olderThan) {
  const { rows } = await bank.pool.query(
    `SELECT split_part(gid, '@', 1) AS gid FROM pg_prepared_xacts
     WHERE database = current_database() AND starts_with(gid, $1)
       AND prepared < clock_timestamp() - $2::interval`,
    [prefix(log), olderThan],
  );
  for (const { gid } of rows)
    await finish(bank, gid, await decide(log, gid, 'abort'));
  return rows.length;
}
// #endregion recover
