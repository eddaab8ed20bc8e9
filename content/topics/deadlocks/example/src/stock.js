// Each function runs in the caller's transaction. The first of each pair can
// deadlock with itself.

async function change(client, article, by) {
  const { rowCount } = await client.query(
    '/* repack */ UPDATE stock SET n = n + $2 WHERE article = $1',
    [article, by],
  );
  if (rowCount === 0) throw new Error(`no article ${article}`);
}

// #region convert
/** Repacks n pieces of one article as another. */
export async function repack(client, { from, to, n }) {
  await change(client, from, -n);
  await change(client, to, n);
}

export async function repackInOrder(client, { from, to, n }) {
  await client.query(
    `SELECT FROM stock WHERE article IN ($1, $2)
     ORDER BY article FOR NO KEY UPDATE`,
    [from, to],
  );
  await repack(client, { from, to, n });
}
// #endregion convert

// #region import
export async function addCounts(client, counts) {
  await client.query(
    `INSERT INTO stock (article, n)
     SELECT article, n
     FROM unnest($1::text[], $2::int[]) AS counted (article, n)
     ON CONFLICT (article) DO UPDATE SET n = stock.n + EXCLUDED.n`,
    [counts.map((c) => c.article), counts.map((c) => c.n)],
  );
}
// #endregion import

// #region sorted
export async function addCountsInOrder(client, counts) {
  await client.query(
    `INSERT INTO stock (article, n)
     SELECT article, sum(n)
     FROM unnest($1::text[], $2::int[]) AS counted (article, n)
     GROUP BY article
     ORDER BY article
     ON CONFLICT (article) DO UPDATE SET n = stock.n + EXCLUDED.n`,
    [counts.map((c) => c.article), counts.map((c) => c.n)],
  );
}
// #endregion sorted

const LOCK_DELIVERY = 'SELECT FROM delivery WHERE id = $1 FOR UPDATE';
const INSERT_LINE = 'INSERT INTO delivery_line VALUES ($1, $2, $3)';
const COUNT_PIECES = `
  UPDATE delivery SET pieces =
    (SELECT sum(n) FROM delivery_line WHERE delivery_id = $1)
  WHERE id = $1`;

// #region line
export async function addLine(client, { delivery, article, n }) {
  await client.query(INSERT_LINE, [delivery, article, n]);
  await client.query(LOCK_DELIVERY, [delivery]); // too late
  await client.query(COUNT_PIECES, [delivery]);
}

export async function addLineParentFirst(client, { delivery, article, n }) {
  await client.query(LOCK_DELIVERY, [delivery]);
  await client.query(INSERT_LINE, [delivery, article, n]);
  await client.query(COUNT_PIECES, [delivery]);
}
// #endregion line
