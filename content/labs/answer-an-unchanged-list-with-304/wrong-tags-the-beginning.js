// fails: Every change of the list changes the tag
// says: makes the tag from the beginning of the list only.
import { createHash } from 'node:crypto';

export const createHandler = (products) => (request) => {
  const body = JSON.stringify(products());
  const etag = `"${createHash('sha256').update(body.slice(0, 40)).digest('base64url')}"`;
  const headers = { ETag: etag, 'Cache-Control': 'no-cache' };
  if (matches(request.headers.get('If-None-Match'), etag)) return new Response(null, { status: 304, headers });
  return new Response(body, { headers: { ...headers, 'Content-Type': 'application/json' } });
};

function matches(header, etag) {
  if (header === null) return false;
  const tags = header.split(',').map((tag) => tag.trim().replace(/^W\//, ''));
  return tags.includes('*') || tags.includes(etag);
}
