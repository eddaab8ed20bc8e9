// fails: The event of the cursor may be gone

export const createHandler = (events) => (request) => {
  const { searchParams } = new URL(request.url);
  const limit = Number(searchParams.get('limit') ?? 20);
  const after = searchParams.get('after');
  if (!Number.isInteger(limit) || limit < 1 || limit > 100 || (after !== null && !/^[a-z]$/.test(after))) return Response.json({ error: '…' }, { status: 400 });
  const sorted = [...events].sort((a, b) => b.at - a.at || a.id.localeCompare(b.id));
  const start = after === null ? 0 : sorted.findIndex(({ id }) => id === after) + 1;
  const items = sorted.slice(start, start + limit);
  return Response.json({ items, next: sorted.length > start + limit ? items.at(-1).id : null });
};
