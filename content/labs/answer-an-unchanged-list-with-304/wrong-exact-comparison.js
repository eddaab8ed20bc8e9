// fails: Lists of tags, weak tags and * are understood
// says: compares the whole header with one tag, and doesn't take it apart.
import { createHash } from 'node:crypto';

export const createHandler = (products) => (request) => {
  const body = JSON.stringify(products());
  const etag = `"${createHash('sha256').update(body).digest('hex')}"`;
  const headers = { ETag: etag, 'Cache-Control': 'no-cache' };
  if (request.headers.get('If-None-Match') === etag) return new Response(null, { status: 304, headers });
  return new Response(body, { headers });
};
