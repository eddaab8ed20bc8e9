// #region usage
const ROLLOVER = 100_000; // the counters have five digits

export function usage(meter, rows) {
  const readings = rows.map((row, i) => {
    const used = i === 0 ? 0 : row.kwh - rows[i - 1].kwh;
    return { ...row, used: used < 0 ? used + ROLLOVER : used };
  });
  return { meter, served_at: new Date().toISOString(), readings };
}
// #endregion usage
