// fails: An id that failed before isn't a duplicate
const isValid = (item) => typeof item?.id === 'string' && item.id !== '' && Number.isInteger(item.stock) && item.stock >= 0;

export async function saveBatch(body, { save, log }) {
  if (!Array.isArray(body) || body.length === 0) return { status: 400, body: { error: 'items_required' } };
  if (body.length > 100) return { status: 400, body: { error: 'too_many_items' } };
  const seen = new Set();
  const results = [];
  for (const [index, item] of body.entries()) {
    let error;
    if (!isValid(item)) error = 'invalid';
    else if (seen.has(item.id)) error = 'duplicate';
    else {
      seen.add(item.id);
      try {
        await save(item);
      } catch (caught) {
        if (!caught.code) log(caught);
        error = caught.code ?? 'internal';
      }
    }
    results.push(error ? { index, status: 'failed', error } : { index, status: 'saved', id: item.id });
  }
  return { status: 200, body: { results } };
}
