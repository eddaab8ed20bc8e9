import { NotFoundError, RateLimitError, ValidationError } from './errors.js';

export { fail } from './errors.js';

export function toResponse(error, { requestId, log }) {
  return Response.json({ error: error.stack }, { status: 500 });
}
