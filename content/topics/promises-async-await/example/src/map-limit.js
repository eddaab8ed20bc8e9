// #region map-limit
export async function mapLimit(items, limit, work) {
  if (!Number.isInteger(limit) || limit < 1) {
    throw new RangeError(`limit must be a whole number from 1: ${limit}`);
  }
  const outcomes = [];
  const queue = [...items].entries(); // one iterator, shared by all workers

  async function worker() {
    for (const [index, item] of queue) {
      try {
        outcomes[index] = { status: 'fulfilled', value: await work(item) };
      } catch (reason) {
        outcomes[index] = { status: 'rejected', reason };
      }
    }
  }

  await Promise.all(Array.from({ length: limit }, worker));
  return outcomes;
}
// #endregion map-limit
