import { RateLimiterPostgres } from 'rate-limiter-flexible';

// #region limits
export function createLimits(pool) {
  const limiter = (keyPrefix, points) =>
    new RateLimiterPostgres({
      storeClient: pool,
      tableName: 'limits',
      tableCreated: true,
      keyPrefix,
      points,
      duration: 15 * 60, // seconds
    });
  const pair = limiter('pair', 5);
  const perNetwork = limiter('network', 100);
  const perAccount = limiter('account', 50);

  return {
    /** Counts an attempt before it's made. Returns whether it may be made. */
    async begin(account, network) {
      try {
        await pair.consume(`${account} ${network}`);
        await perNetwork.consume(network);
        await perAccount.consume(account);
        return true;
      } catch (refusal) {
        if (refusal instanceof Error) throw refusal; // not a limit, a failure
        return false;
      }
    },
    /** The attempt was right: only failures stay counted. */
    async succeed(account, network) {
      await perNetwork.reward(network);
      await this.clear(account, network);
    },
    async clear(account, network) {
      await pair.delete(`${account} ${network}`);
      await perAccount.delete(account);
    },
  };
}
// #endregion limits
