// fails: A known error is reported, an unknown one only logged
const isValid = (item) => typeof item?.id === 'string' && item.id !== '' && Number.isInteger(item.stock) && item.stock >= 0;

export async function saveBatch(body, { save, log }) {
  if (!Array.isArray(body) || body.length === 0) return { status: 400, body: { error: 'items_required' } };
  if (body.length > 100) return { status: 400, body: { error: 'too_many_items' } };
  const saved = new Set();
  const results = [];
  for (const [index, item] of body.entries()) {
    try {
      if (!isValid(item)) throw Object.assign(new Error(), { code: 'invalid' });
      if (saved.has(item.id)) throw Object.assign(new Error(), { code: 'duplicate' });
      await save(item);
      saved.add(item.id);
      results.push({ index, status: 'saved', id: item.id });
    } catch (error) {
      log(error);
      results.push({ index, status: 'failed', error: error.code ?? error.message });
    }
  }
  return { status: 200, body: { results } };
}
