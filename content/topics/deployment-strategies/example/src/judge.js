// #region judge
/** Compares two versions by requests and errors of the same minutes. */
export function judge(old, fresh, { minRequests = 300, tolerance = 2 } = {}) {
  if (fresh.requests < minRequests) return 'wait';
  if (old.requests < minRequests) return 'wait';
  const rate = ({ errors, requests }) => errors / requests;
  const all = (old.errors + fresh.errors) / (old.requests + fresh.requests);
  const chance = Math.sqrt(
    all * (1 - all) * (1 / old.requests + 1 / fresh.requests),
  );
  const isWorse = rate(fresh) - rate(old) > tolerance * chance;
  return isWorse ? 'roll back' : 'go on';
}
// #endregion judge
