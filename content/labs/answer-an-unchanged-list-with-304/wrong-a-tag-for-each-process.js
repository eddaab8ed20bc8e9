// fails: A changed list has another tag
// says: has another tag in each process, although the list is the same.
import { createHash } from 'node:crypto';

const started = Math.random();

export const createHandler = (products) => (request) => {
  const body = JSON.stringify(products());
  const etag = `"${createHash('sha256').update(started + body).digest('base64url')}"`;
  const headers = { ETag: etag, 'Cache-Control': 'no-cache' };
  if (matches(request.headers.get('If-None-Match'), etag)) return new Response(null, { status: 304, headers });
  return new Response(body, { headers: { ...headers, 'Content-Type': 'application/json' } });
};

function matches(header, etag) {
  if (header === null) return false;
  const tags = header.split(',').map((tag) => tag.trim().replace(/^W\//, ''));
  return tags.includes('*') || tags.includes(etag);
}
