// #region search
const NEAREST = `
  SELECT id, embedding <=> $1 AS distance FROM help_case
  WHERE tenant = $2 AND model = $3
  ORDER BY embedding <=> $1
  LIMIT $4`;

/** The nearest cases; none that's further away than maxDistance. */
export function search(db, query, settings = {}) {
  const { embedding, tenant, model, limit = 10 } = query;
  const { maxDistance = Infinity } = query;
  if (!Number.isInteger(tenant)) throw new TypeError('which tenant?');
  if (!embedding.some((x) => x !== 0)) throw new RangeError('no direction');
  return db.transaction(async (tx) => {
    for (const [name, value] of Object.entries(settings))
      await tx.query('SELECT set_config($1, $2, true)', [name, `${value}`]);
    const values = [JSON.stringify(embedding), tenant, model, limit];
    const { rows } = await tx.query(NEAREST, values);
    return rows.filter(({ distance }) => distance <= maxDistance);
  });
}
// #endregion search

// #region exact
const EXACT = { enable_indexscan: 'off' };

/** The share of the true neighbors that a search with these settings finds. */
export async function recall(db, queries, settings) {
  let found = 0;
  let wanted = 0;
  for (const query of queries) {
    const truth = await search(db, query, EXACT);
    const ids = (await search(db, query, settings)).map(({ id }) => id);
    found += truth.filter(({ id }) => ids.includes(id)).length;
    wanted += truth.length;
  }
  if (wanted === 0) throw new RangeError('no neighbors at all');
  return found / wanted;
}
// #endregion exact
