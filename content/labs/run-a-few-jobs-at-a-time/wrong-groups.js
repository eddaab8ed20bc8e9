// fails: The next job starts as soon as one is done
// says: waits for a whole group of jobs before it starts the next group.
export async function mapLimited(items, limit, job) {
  const results = [];
  for (let start = 0; start < items.length; start += limit)
    results.push(...(await Promise.all(items.slice(start, start + limit).map((item, n) => job(item, start + n)))));
  return results;
}
