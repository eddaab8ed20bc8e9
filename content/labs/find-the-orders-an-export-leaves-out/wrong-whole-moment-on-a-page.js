// fails: A page has as many orders as were asked for
// says: puts all orders of a moment on one page, however many they are.
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
    const sorted = orders.toSorted((a, b) => a.createdAt - b.createdAt);
    const after = url.searchParams.get('after');
    const rest = after === null ? sorted : sorted.filter((order) => order.createdAt > Number(after));
    const last = rest[limit - 1];
    const page = rest.filter((order, at) => at < limit || order.createdAt === last.createdAt);
    const next = rest.length > page.length ? String(page.at(-1).createdAt) : null;
    return Response.json({ orders: page, next });
  };
}

await replay(createApi);
