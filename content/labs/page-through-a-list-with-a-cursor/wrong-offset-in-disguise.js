// fails: New events don't shift the pages

export const createHandler = (events) => (request) => {
  const { searchParams } = new URL(request.url);
  const limit = Number(searchParams.get('limit') ?? 20);
  const after = searchParams.get('after');
  if (!Number.isInteger(limit) || limit < 1 || limit > 100 || (after !== null && !/^\d+$/.test(after))) return Response.json({ error: '…' }, { status: 400 });
  const sorted = [...events].sort((a, b) => b.at - a.at || a.id.localeCompare(b.id));
  const start = Number(after ?? 0);
  return Response.json({ items: sorted.slice(start, start + limit), next: sorted.length > start + limit ? String(start + limit) : null });
};
