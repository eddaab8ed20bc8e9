// #region merge
export function merge(bookings) {
  const busy = [];
  for (const [from, until] of bookings.toSorted((a, b) => a[0] - b[0])) {
    const last = busy.at(-1);
    if (last && from <= last[1]) last[1] = until;
    else busy.push([from, until]);
  }
  return busy;
}
// #endregion merge
