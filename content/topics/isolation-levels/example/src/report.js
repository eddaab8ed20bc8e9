// #region report
export async function openAndPaid(client, between = async () => {}) {
  const open = await sum(client, 'SELECT sum(cents) FROM invoice WHERE open');
  await between(); // the demo pays an invoice here
  const paid = await sum(client, 'SELECT sum(cents) FROM payment');
  return { open, paid, total: open + paid };
}
// #endregion report

async function sum(client, sql) {
  const { rows } = await client.query(sql);
  return Number(rows[0].sum);
}

// #region pay
export async function pay(client, invoice) {
  await client.query('BEGIN');
  await client.query('UPDATE invoice SET open = false WHERE id = $1', [
    invoice,
  ]);
  await client.query(
    'INSERT INTO payment SELECT id, cents FROM invoice WHERE id = $1',
    [invoice],
  );
  await client.query('COMMIT');
}
// #endregion pay
