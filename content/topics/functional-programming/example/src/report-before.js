// #region before
export function warmest(readings) {
  return readings.sort((a, b) => b.celsius - a.celsius)[0];
}

/** Counts how often it got more than 2 degrees warmer from one reading to the next. */
export function countRises(readings) {
  let rises = 0;
  for (let i = 1; i < readings.length; i += 1) {
    if (readings[i].celsius - readings[i - 1].celsius > 2) rises += 1;
  }
  return rises;
}
// #endregion before
