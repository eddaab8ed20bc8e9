// fails: The pages together hold every event once
// says: keeps its cursors in memory, and after a restart, it doesn't know them.
const before = (a, b) => b.at - a.at || (a.id < b.id ? -1 : 1);

export const createHandler = (events) => {
  const cursors = new Map();
  return (request) => {
    const { searchParams } = new URL(request.url);
    const limit = Number(searchParams.get('limit') ?? 20);
    if (!Number.isInteger(limit) || limit < 1 || limit > 100)
      return Response.json({ error: 'limit must be a whole number from 1 to 100.' }, { status: 400 });
    const after = searchParams.get('after');
    const last = cursors.get(after);
    if (after !== null && !last) return Response.json({ error: 'after is not a cursor of this list.' }, { status: 400 });

    const rest = [...events].sort(before).filter((event) => !last || before(last, event) < 0);
    const items = rest.slice(0, limit);
    if (rest.length <= limit) return Response.json({ items, next: null });
    const next = crypto.randomUUID();
    cursors.set(next, items.at(-1));
    return Response.json({ items, next });
  };
};
