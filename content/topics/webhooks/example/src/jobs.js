// #region order
/** Applies an event about a job, unless a newer one has been applied. */
export function updateJob(client, { data: { job, status, version } }) {
  return client.query(
    `INSERT INTO known_jobs (id, status, version) VALUES ($1, $2, $3)
     ON CONFLICT (id) DO UPDATE
       SET status = excluded.status, version = excluded.version
     WHERE known_jobs.version < excluded.version`,
    [job, status, version],
  );
}
// #endregion order
