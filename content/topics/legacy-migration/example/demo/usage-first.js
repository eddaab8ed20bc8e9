// #region first
export function usage(meter, rows, reply) {
  if (rows.length === 0) return reply.code(404).send({ error: 'not found' });
  const readings = rows.map((row, i) => {
    const used = i === 0 ? 0 : row.kwh - rows[i - 1].kwh;
    return { ...row, used };
  });
  return { meter, served_at: new Date().toISOString(), readings };
}
// #endregion first
