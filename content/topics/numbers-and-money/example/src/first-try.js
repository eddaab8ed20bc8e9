// #region first-try
const PRICE = 0.045; // euros per started minute

export const receipt = (minutes) => (minutes * PRICE).toFixed(2);

export function monthTotal(tickets) {
  let total = 0;
  for (const minutes of tickets) total += minutes * PRICE;
  return total.toFixed(2);
}
// #endregion first-try
