// fails: Something thrown that isn't one of these errors is a 500
import { RateLimitError, ValidationError } from './errors.js';
export { fail } from './errors.js';

export function toResponse(error, { requestId, log }) {
  let body = { type: 'about:blank', title: 'Internal Server Error', status: 500 };
  const headers = { 'Content-Type': 'application/problem+json' };
  if (error?.name === 'NotFoundError' || error?.status === 404)
    body = { type: 'https://shop.test/problems/not-found', title: 'Not found', status: 404, detail: error.message };
  if (error instanceof ValidationError) body = { type: 'https://shop.test/problems/validation', title: 'The request is not valid', status: 422, errors: error.errors };
  if (error instanceof RateLimitError) {
    body = { type: 'https://shop.test/problems/rate-limit', title: 'Too many requests', status: 429 };
    headers['Retry-After'] = String(Math.ceil(error.seconds));
  }
  if (body.status === 500) log(requestId, error);
  return Response.json({ ...body, requestId }, { status: body.status, headers });
}
