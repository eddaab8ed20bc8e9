// fails: An item is saved as it came
// says: finds what every object inherits, and takes it for an earlier item.
export async function saveBatch(body, { save, log }) {
  if (!Array.isArray(body) || body.length === 0) return { status: 400, body: { error: 'items_required' } };
  if (body.length > 100) return { status: 400, body: { error: 'too_many_items' } };

  const saved = {};
  const results = [];
  for (const [index, item] of body.entries()) {
    const error = await errorOf(item);
    results.push(error ? { index, status: 'failed', error } : { index, status: 'saved', id: item.id });
  }
  return { status: 200, body: { results } };

  /** Saves an item, or says why not. */
  async function errorOf(item) {
    if (!isValid(item)) return 'invalid';
    if (saved[item.id]) return 'duplicate';
    try {
      await save(item);
      saved[item.id] = true;
      return undefined;
    } catch (error) {
      if (typeof error?.code === 'string') return error.code;
      log(error);
      return 'internal';
    }
  }
}

function isValid(item) {
  return typeof item?.id === 'string' && item.id !== '' && Number.isSafeInteger(item.stock) && item.stock >= 0;
}
