// fails: Items are saved one after the other
const isValid = (item) => typeof item?.id === 'string' && item.id !== '' && Number.isInteger(item.stock) && item.stock >= 0;

export async function saveBatch(body, { save, log }) {
  if (!Array.isArray(body) || body.length === 0) return { status: 400, body: { error: 'items_required' } };
  if (body.length > 100) return { status: 400, body: { error: 'too_many_items' } };
  const seen = new Set();
  const results = await Promise.all(
    body.map(async (item, index) => {
      if (!isValid(item)) return { index, status: 'failed', error: 'invalid' };
      if (seen.has(item.id)) return { index, status: 'failed', error: 'duplicate' };
      seen.add(item.id);
      try {
        await save(item);
        return { index, status: 'saved', id: item.id };
      } catch (error) {
        if (!error.code) log(error);
        return { index, status: 'failed', error: error.code ?? 'internal' };
      }
    }),
  );
  return { status: 200, body: { results } };
}
