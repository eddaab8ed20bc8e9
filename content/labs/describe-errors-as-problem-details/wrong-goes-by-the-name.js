// fails: Something thrown that isn't one of these errors is a 500
import { NotFoundError, RateLimitError, ValidationError } from './errors.js';
export { fail } from './errors.js';
export function toResponse(error, { requestId, log }) {
  const base = 'https://shop.test/problems/';
  const headers = new Headers({ 'Content-Type': 'application/problem+json' });
  let body;
  if (error?.name === 'NotFoundError') body = { type: base + 'not-found', title: 'Not found', status: 404, detail: error.message };
  else if (error?.name === 'ValidationError') body = { type: base + 'validation', title: 'The request is not valid', status: 422, errors: error.errors };
  else if (error?.name === 'RateLimitError') { body = { type: base + 'rate-limit', title: 'Too many requests', status: 429 }; headers.set('Retry-After', String(Math.ceil(error.seconds))); }
  else { log(requestId, error); body = { type: 'about:blank', title: 'Internal Server Error', status: 500 }; }
  return new Response(JSON.stringify({ ...body, requestId }), { status: body.status, headers });
}
