// #region search
// The position of the first element that is >= wanted, or sorted.length.
export function lowerBound(sorted, wanted) {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (sorted[middle] < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}
// #endregion search
