const DAY_MS = 24 * 60 * 60 * 1000;

// #region fee
export function fee({ from, until }) {
  const days = (Date.parse(until) - Date.parse(from)) / DAY_MS + 1;
  return Math.min(days * 200, 3000); // cents
}
// #endregion fee
