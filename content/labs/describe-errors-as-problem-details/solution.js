import { NotFoundError, RateLimitError, ValidationError } from './errors.js';

export { fail } from './errors.js';

const problem = (name) => `https://shop.test/problems/${name}`;

export function toResponse(error, { requestId, log }) {
  const { status, headers, ...members } = describe(error);
  if (status === 500) log(requestId, error);
  return Response.json(
    { ...members, status, requestId },
    { status, headers: { ...headers, 'Content-Type': 'application/problem+json' } },
  );
}

function describe(error) {
  if (error instanceof NotFoundError)
    return { status: 404, type: problem('not-found'), title: 'Not found', detail: error.message };
  if (error instanceof ValidationError)
    return { status: 422, type: problem('validation'), title: 'The request is not valid', errors: error.errors };
  if (error instanceof RateLimitError)
    return {
      status: 429,
      type: problem('rate-limit'),
      title: 'Too many requests',
      headers: { 'Retry-After': String(Math.ceil(error.seconds)) },
    };
  return { status: 500, type: 'about:blank', title: 'Internal Server Error' };
}
