// #region lost
export async function sellAndLose(client, item) {
  const left = Number(await client.get(`stock:${item}`));
  if (left === 0) return false;
  await client.set(`stock:${item}`, left - 1);
  return true;
}
// #endregion lost

// #region sell
const SELL = `
  local left = tonumber(redis.call('GET', KEYS[1]) or '0')
  if left <= 0 then return 0 end
  redis.call('DECR', KEYS[1])
  return 1
`;

export async function sell(client, item) {
  return (await client.eval(SELL, { keys: [`stock:${item}`] })) === 1;
}
// #endregion sell
