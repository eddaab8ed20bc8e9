// fails: Orders that are deleted between two pages do not hide others
// says: starts from the beginning when the last order of a page was deleted.
import { replay } from './replay.js';

const mostPerPage = 100;

function readLimit(url) {
  const limit = Number(url.searchParams.get('limit') ?? 50);
  return Number.isInteger(limit) && limit >= 1 ? Math.min(limit, mostPerPage) : undefined;
}

function problem(status, title) {
  return Response.json({ title }, { status });
}

/** GET /orders over a table of { id, createdAt, total }, oldest first. `createdAt` counts milliseconds. */
export function createApi(orders) {
  return async function handle(request) {
    const url = new URL(request.url);
    if (url.pathname !== '/orders') return problem(404, 'Not found');
    const limit = readLimit(url);
    if (limit === undefined) return problem(400, 'limit must be a whole number from 1');
    const sorted = orders.toSorted((a, b) => a.createdAt - b.createdAt || a.id - b.id);
    const after = url.searchParams.get('after');
    const rest = sorted.slice(sorted.findIndex(({ id }) => id === Number(after)) + 1);
    const page = rest.slice(0, limit);
    const next = rest.length > limit ? String(page.at(-1).id) : null;
    return Response.json({ orders: page, next });
  };
}

await replay(createApi);
