// fails: The pages together hold every event once

export const createHandler = (events) => (request) => {
  const { searchParams } = new URL(request.url);
  const limit = Number(searchParams.get('limit') ?? 20);
  const after = searchParams.get('after');
  if (!Number.isInteger(limit) || limit < 1 || limit > 100 || (after !== null && !/^\d+$/.test(after))) return Response.json({ error: '…' }, { status: 400 });
  const rest = [...events].sort((a, b) => b.at - a.at || a.id.localeCompare(b.id)).filter(({ at }) => after === null || at < Number(after));
  const items = rest.slice(0, limit);
  return Response.json({ items, next: rest.length > limit ? String(items.at(-1).at) : null });
};
