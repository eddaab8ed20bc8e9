// #region reconcile
export async function reconcile({ pool, stripe }) {
  const theirs = [];
  for await (const { source, type, amount } of stripe.balanceTransactions.list({
    limit: 100,
  })) {
    if (!['payout', 'stripe_fee'].includes(type))
      theirs.push({ source, amount });
  }
  const { rows } = await pool.query(
    `WITH ours AS (
       SELECT charge AS source, received AS amount FROM booking
       WHERE charge IS NOT NULL
       UNION ALL
       SELECT coalesce(provider_id, id), -amount FROM refund
       WHERE status NOT IN ('failed', 'canceled')
     ), theirs AS (
       SELECT source, sum(amount)::int AS amount
       FROM jsonb_to_recordset($1) AS line (source text, amount int)
       GROUP BY source HAVING sum(amount) <> 0
     )
     SELECT source, ours.amount AS ours, theirs.amount AS theirs
     FROM ours FULL JOIN theirs USING (source)
     WHERE ours.amount IS DISTINCT FROM theirs.amount ORDER BY source`,
    [JSON.stringify(theirs)],
  );
  return rows;
}
// #endregion reconcile
