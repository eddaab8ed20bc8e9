// #region fee
export function fee(minutes) {
  if (!Number.isInteger(minutes) || minutes < 0) {
    throw new RangeError(`not a whole number of minutes: ${minutes}`);
  }
  if (minutes <= 15) return 0;
  const startedHours = Math.ceil(minutes / 60);
  return Math.min(startedHours * 250, 1500); // cents
}
// #endregion fee
