export async function mapLimited(items, limit, job) {
  return Promise.all(items.map(job));
}
