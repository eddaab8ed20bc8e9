// #region request
/** Writes down that a statement is wanted, and the job, in one transaction. */
export async function requestStatement(pool, boss, account, month) {
  const client = await pool.connect();
  try {
    await client.query('BEGIN');
    const { rows } = await client.query(
      `INSERT INTO statement (account, month) VALUES ($1, $2)
       ON CONFLICT (account, month) DO UPDATE SET month = excluded.month
       RETURNING id, document`,
      [account, month],
    );
    const { id, document } = rows[0];
    if (document === null) {
      const db = { executeSql: (text, values) => client.query(text, values) };
      await boss.send('statement', { id }, { singletonKey: id, db });
    }
    await client.query('COMMIT');
    return id;
  } catch (error) {
    await client.query('ROLLBACK').catch(() => {});
    throw error;
  } finally {
    client.release();
  }
}
// #endregion request

// #region status
/** What the client may know about a statement, or undefined. */
export async function statementStatus(pool, boss, id) {
  const jobs = await boss.findJobs('statement', { key: id });
  const { rows } = await pool.query(
    'SELECT document FROM statement WHERE id = $1',
    [id],
  );
  if (rows.length === 0) return undefined;
  if (rows[0].document !== null) return { status: 'ready' };
  const alive = ['created', 'retry', 'active'];
  const isPending = jobs.some((job) => alive.includes(job.state));
  return { status: isPending ? 'pending' : 'failed' };
}
// #endregion status

// #region render
/** The job: renders a statement. Running it twice changes nothing. */
export async function renderStatement(pool, render, id, signal) {
  const { rows } = await pool.query('SELECT * FROM statement WHERE id = $1', [
    id,
  ]);
  if (rows.length === 0 || rows[0].document !== null) return;
  const document = await render(rows[0], signal);
  await pool.query(
    'UPDATE statement SET document = $2 WHERE id = $1 AND document IS NULL',
    [id, document],
  );
}
// #endregion render

// #region month-end
/** The scheduled job: requests the statements of a month for all accounts. */
export async function requestAll(pool, boss, month) {
  const { rows } = await pool.query('SELECT id FROM account ORDER BY id');
  for (const account of rows)
    await requestStatement(pool, boss, account.id, month);
}
// #endregion month-end
