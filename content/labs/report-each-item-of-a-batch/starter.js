export async function saveBatch(body, { save, log }) {
  for (const item of body) await save(item);
  return { status: 200, body: { results: [] } };
}
