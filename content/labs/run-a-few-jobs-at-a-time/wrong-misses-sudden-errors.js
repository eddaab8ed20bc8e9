// fails: An error is passed on, and nothing more is started
export async function mapLimited(items, limit, job) {
  const results = new Array(items.length);
  let next = 0;
  let hasFailed = false;

  async function work() {
    while (next < items.length && !hasFailed) {
      const index = next;
      next += 1;
      const p = job(items[index], index);
      try {
        results[index] = await p;
      } catch (error) {
        hasFailed = true;
        throw error;
      }
    }
  }

  await Promise.all(Array.from({ length: Math.min(limit, items.length) }, work));
  return results;
}
