// #region judge
/** Compares two versions by requests and errors. */
export function judge(old, fresh, { minRequests = 300, tolerance = 2 } = {}) {
  const isBroken = fresh.errors > fresh.requests / 2;
  if (fresh.errors >= 20 && isBroken) return 'roll back';
  if (fresh.requests < minRequests || old.requests < minRequests) return 'wait';
  const rate = ({ errors, requests }) => errors / requests;
  const all = (old.errors + fresh.errors) / (old.requests + fresh.requests);
  const chance = Math.sqrt(
    all * (1 - all) * (1 / old.requests + 1 / fresh.requests),
  );
  const isWorse = rate(fresh) - rate(old) > tolerance * chance;
  return isWorse && fresh.errors >= 5 ? 'roll back' : 'go on';
}
// #endregion judge
