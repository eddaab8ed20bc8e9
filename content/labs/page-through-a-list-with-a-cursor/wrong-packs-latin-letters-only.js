// fails: Any ID fits into a cursor
const before = (a, b) => b.at - a.at || (a.id < b.id ? -1 : 1);

const pack = (at, id) => btoa(JSON.stringify([at, id]));

function unpack(cursor) {
  try {
    const [at, id] = JSON.parse(atob(cursor));
    return typeof at === 'number' && typeof id === 'string' ? { at, id } : undefined;
  } catch {
    return undefined;
  }
}

export const createHandler = (events) => (request) => {
  const { searchParams } = new URL(request.url);
  const limit = Number(searchParams.get('limit') ?? 20);
  if (!Number.isInteger(limit) || limit < 1 || limit > 100)
    return Response.json({ error: 'limit must be a whole number from 1 to 100.' }, { status: 400 });
  const after = searchParams.get('after');
  const last = after === null ? undefined : unpack(after);
  if (after !== null && !last) return Response.json({ error: 'after is not a cursor of this list.' }, { status: 400 });

  const rest = [...events].sort(before).filter((event) => !last || before(last, event) < 0);
  const items = rest.slice(0, limit);
  const { at, id } = items.at(-1) ?? {};
  return Response.json({ items, next: rest.length > limit ? pack(at, id) : null });
};
