// fails: A changed list has another tag
// says: makes the tag from something that stays the same when a price changes, such as the length.

export const createHandler = (products) => (request) => {
  const body = JSON.stringify(products());
  const etag = `"${body.length}"`;
  const headers = { ETag: etag, 'Cache-Control': 'no-cache' };
  const tags = (request.headers.get('If-None-Match') ?? '').split(',').map((tag) => tag.trim().replace(/^W\//, ''));
  if (tags.includes('*') || tags.includes(etag)) return new Response(null, { status: 304, headers });
  return new Response(body, { headers });
};
