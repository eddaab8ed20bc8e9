const KEY = 'scores';

// #region leaderboard
export const addPoints = (client, player, points) =>
  client.zIncrBy(KEY, points, player);

export async function top(client, count) {
  if (!(count >= 1 && count <= 100)) throw new RangeError('1 to 100');
  return client.zRangeWithScores(KEY, 0, count - 1, { REV: true });
}

export async function rankOf(client, player) {
  const score = await client.zScore(KEY, player);
  if (score === null) return null;
  return 1 + (await client.zCount(KEY, `(${score}`, '+inf'));
}
// #endregion leaderboard
