// #region session
export const sessionCarts = {
  async add(req, book) {
    const cart = (req.session.cart ??= {});
    cart[book] = (cart[book] ?? 0) + 1;
  },
  async list(req) {
    return req.session.cart ?? {};
  },
};
// #endregion session

// #region redis
const DAY = 24 * 60 * 60;

export function redisCarts(redis) {
  const key = (req) => `cart:${req.session.user}`;
  return {
    async add(req, book) {
      await redis
        .multi()
        .hIncrBy(key(req), book, 1)
        .expire(key(req), 7 * DAY)
        .exec();
    },
    async list(req) {
      const cart = await redis.hGetAll(key(req));
      return Object.fromEntries(
        Object.entries(cart).map(([book, count]) => [book, Number(count)]),
      );
    },
  };
}
// #endregion redis
