export { countRises } from './report-before.js';

// #region warmest
export function warmest(readings) {
  return readings.toSorted((a, b) => b.celsius - a.celsius)[0];
}
// #endregion warmest
